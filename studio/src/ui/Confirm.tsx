import { useState, type ReactNode } from 'react'
import { FormError } from './FormError'
import { Sheet } from './Sheet'

type Props = { open: boolean; onOpen: (open: boolean) => void; title: string; about: string; action: string; act: () => Promise<void>; children?: ReactNode }

/** Asks once more before something that has no way back. `action` is the verb on the button. */
export function Confirm({ open, onOpen, title, about, action, act, children }: Props) {
  return (
    <Sheet open={open} onOpen={onOpen} title={title} about={about}>
      <Question action={action} act={act} close={() => onOpen(false)}>
        {children}
      </Question>
    </Sheet>
  )
}

function Question({ action, act, close, children }: { action: string; act: () => Promise<void>; close: () => void; children: ReactNode }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function go() {
    setBusy(true)
    try {
      await act()
      close()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <>
      {children}
      <FormError error={error} />
      <div className="row sheet-foot">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button type="button" className="primary" disabled={busy} onClick={() => void go()}>
          {action}
        </button>
      </div>
    </>
  )
}
