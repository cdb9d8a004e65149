import { useState, type FormEvent } from 'react'
import { BranchSelect } from '../branches/BranchSelect'
import { AcceptBreaks, useBreaks } from '../ui/AcceptBreaks'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import type { Spot } from './spot'

/** What a commit is asked for. A branch is told where it is not the one that is worked on. */
export type Wish = { message: string; branch?: string; isNew: boolean; acceptBreaks: string[] }

/** A commit that was refused because contributions of other layers would no longer fit: it may be asked for once more. */
export type Refused = { wish: Wish; error: unknown }

type Props = { open: boolean; onOpen: (open: boolean) => void; spot: Spot; errors: number; busy: boolean; refused: Refused | null; onCommit: (wish: Wish) => void }

/** Asks what the change is for, and where it goes. */
export function CommitSheet({ open, onOpen, spot, ...rest }: Props) {
  const { path, branch, main } = spot
  return (
    <Sheet open={open} onOpen={onOpen} title="Commit" about={branch === main ? `The text of ${path} gets a new version.` : `The text of ${path} changes on ${branch}. It gets a version when the branch is merged into ${main}.`}>
      <Form key={String(rest.refused !== null)} spot={spot} {...rest} />
    </Sheet>
  )
}

/** What stands for a branch that is made by the commit. No branch is called so. */
export const anew = ' new'

function Form({ spot, errors, busy, refused, onCommit }: Omit<Props, 'open' | 'onOpen'>) {
  const { path, branch } = spot
  const [message, setMessage] = useState(refused?.wish.message ?? '')
  const [target, setTarget] = useState(refused?.wish.branch ?? branch)
  const [name, setName] = useState('')
  const isNew = target === anew
  const breaks = useBreaks(refused?.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    const text = message.trim() === '' ? `Change ${path}` : message.trim()
    onCommit({ message: text, isNew, acceptBreaks: breaks.accepted, ...(target === branch ? {} : { branch: isNew ? name.trim() : target }) })
  }

  return (
    <form className="column" onSubmit={submit}>
      <label htmlFor="message">What changed, and why</label>
      <input id="message" className="field" autoFocus value={message} placeholder={`Change ${path}`} onChange={event => setMessage(event.target.value)} />
      <label htmlFor="target">Branch</label>
      <BranchSelect id="target" label="Branch" place={spot} value={target} onValue={setTarget} more={{ value: anew, name: 'A new branch…' }} />
      {isNew && (
        <>
          <label htmlFor="new-branch">Name of the new branch</label>
          <input id="new-branch" className="field mono" required spellCheck={false} value={name} onChange={event => setName(event.target.value)} />
        </>
      )}
      {target !== branch && <p className="quiet">{branch} stays as it is. Here you see again what it says.</p>}
      {errors > 0 && <p className="bad-text">The text has errors, so the server may refuse it. What you typed is kept.</p>}
      <FormError error={refused?.error} />
      <AcceptBreaks breaks={breaks} />
      <button type="submit" className="primary" disabled={busy || !breaks.isAccepted}>
        {target === branch ? 'Commit' : `Commit to ${isNew ? name.trim() || 'the new branch' : target}`}
      </button>
    </form>
  )
}
