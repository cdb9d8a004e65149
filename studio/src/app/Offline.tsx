import { useSyncExternalStore } from 'react'
import { isConnected, onConnection } from '../api/connection'

/** Says when the server does not answer; the screens stay as they are. */
export function Offline() {
  const connected = useSyncExternalStore(onConnection, isConnected)
  return (
    <div role="status">
      {connected ? null : <p className="offline">The server does not answer. What you type is kept in this browser, and this goes on when the server is back.</p>}
    </div>
  )
}
