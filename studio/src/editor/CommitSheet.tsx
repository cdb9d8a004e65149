import { useState, type FormEvent } from 'react'
import { Sheet } from '../ui/Sheet'

type Props = { open: boolean; onOpen: (open: boolean) => void; path: string; errors: number; busy: boolean; onCommit: (message: string) => void }

/** Asks what the change is for. */
export function CommitSheet({ open, onOpen, path, errors, busy, onCommit }: Props) {
  const [message, setMessage] = useState('')

  function submit(event: FormEvent) {
    event.preventDefault()
    onCommit(message.trim() === '' ? `Change ${path}` : message.trim())
    setMessage('')
  }

  return (
    <Sheet open={open} onOpen={onOpen} title="Commit" about={`The text of ${path} gets a new version.`}>
      <form className="column" onSubmit={submit}>
        <label htmlFor="message">What changed, and why</label>
        <input id="message" className="field" autoFocus value={message} placeholder={`Change ${path}`} onChange={event => setMessage(event.target.value)} />
        {errors > 0 && <p className="bad-text">The text has errors, so the server may refuse it. What you typed is kept.</p>}
        <button type="submit" className="primary" disabled={busy}>
          Commit
        </button>
      </form>
    </Sheet>
  )
}
