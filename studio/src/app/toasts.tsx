import { useSyncExternalStore } from 'react'
import { X } from 'lucide-react'
import { inWords } from '../api/errors'

type Toast = { id: number; text: string; bad: boolean }

const shownFor = 6000
let shown: Toast[] = []
let next = 0
const listeners = new Set<() => void>()

/** Says in a corner what was done. */
export const toast = (text: string) => add(text, false)

/** Says what went wrong, and the way out. */
export function toastError(error: unknown) {
  const { what, hint } = inWords(error)
  add(hint === undefined ? what : `${what} ${hint}`, true)
}

function add(text: string, bad: boolean) {
  const id = next++
  set([...shown.slice(-3), { id, text, bad }])
  // Errors stay until somebody has read them.
  if (!bad) setTimeout(() => remove(id), shownFor)
}

const remove = (id: number) => set(shown.filter(toast => toast.id !== id))

function set(toasts: Toast[]) {
  shown = toasts
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="toasts" role="region" aria-label="Messages" aria-live="polite">
      {toasts.map(({ id, text, bad }) => (
        <div key={id} className={bad ? 'toast bad' : 'toast'}>
          <span className="grow">{text}</span>
          <button type="button" className="icon" aria-label="Close this message" onClick={() => remove(id)}>
            <X size={16} />
          </button>
        </div>
      ))}
    </div>
  )
}
