import { useSyncExternalStore } from 'react'
import { X } from 'lucide-react'
import { inWords } from '../api/errors'

type Toast = { id: number; text: string; bad: boolean; undo?: (() => Promise<void>) | undefined; action: string }

const shownFor = 6000
const undoFor = 12_000
let shown: Toast[] = []
let next = 0
const listeners = new Set<() => void>()

/** Says in a corner what was done, and offers the way back where there is one; or another next step, by its name. */
export const toast = (text: string, undo?: () => Promise<void>, action = 'Undo') => add(text, false, undo, action)

/** Says what went wrong, and the way out. */
export function toastError(error: unknown) {
  const { what, hint } = inWords(error)
  add(hint === undefined ? what : `${what} ${hint}`, true)
}

function add(text: string, bad: boolean, undo?: () => Promise<void>, action = '') {
  const id = next++
  set([...shown.slice(-3), { id, text, bad, undo, action }])
  // Errors stay until somebody has read them.
  if (!bad) setTimeout(() => remove(id), undo === undefined ? shownFor : undoFor)
}

const remove = (id: number) => set(shown.filter(toast => toast.id !== id))

async function goBack(id: number, undo: () => Promise<void>) {
  remove(id)
  try {
    await undo()
  } catch (error) {
    toastError(error)
  }
}

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
      {toasts.map(({ id, text, bad, undo, action }) => (
        <div key={id} className={bad ? 'toast bad' : 'toast'}>
          <span className="grow">{text}</span>
          {undo && (
            <button type="button" className="plain" onClick={() => void goBack(id, undo)}>
              {action}
            </button>
          )}
          <button type="button" className="icon" aria-label="Close this message" onClick={() => remove(id)}>
            <X size={16} />
          </button>
        </div>
      ))}
    </div>
  )
}
