import { useState, type ReactNode } from 'react'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import { useSubmit } from '../ui/useSubmit'

type Props = { open: boolean; onClose: () => void; title: string; about: string; action: string; name?: string; act: (name: string) => Promise<void>; children?: ReactNode }

/** Asks for the name of a branch. */
export function NameSheet({ open, onClose, title, about, ...rest }: Props) {
  return (
    <Sheet open={open} onOpen={to => !to && onClose()} title={title} about={about}>
      <Form {...rest} close={onClose} />
    </Sheet>
  )
}

function Form({ action, name = '', act, close, children }: Pick<Props, 'action' | 'name' | 'act' | 'children'> & { close: () => void }) {
  const [text, setText] = useState(name)
  const { busy, error, submit } = useSubmit(async () => {
    await act(text.trim())
    close()
  })

  return (
    <form className="column" onSubmit={submit}>
      <label htmlFor="branch-name">Name</label>
      <input id="branch-name" className="field" autoFocus spellCheck={false} maxLength={200} value={text} placeholder="shorter-answers" onChange={event => setText(event.target.value)} />
      {children}
      <FormError error={error} />
      <div className="row sheet-foot">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={busy || text.trim() === '' || text.trim() === name}>
          {action}
        </button>
      </div>
    </form>
  )
}
