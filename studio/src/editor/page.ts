import { isConnected, onConnection } from '../api/connection'

/** Tells when one comes back to the page or the server does, and when the page is left. The answer ends it. */
export function watchPage({ back, left, gone }: { back: () => void; left: () => void; gone: () => void }): () => void {
  const look = () => (document.visibilityState === 'visible' ? back() : left())
  const leave = () => {
    left()
    gone()
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', leave)
  const end = onConnection(() => isConnected() && back())
  return () => {
    end()
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('pagehide', leave)
  }
}
