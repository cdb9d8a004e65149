import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, take } from '../api/client'
import { useSession } from '../app/session'
import { Sheet } from '../ui/Sheet'

/** What a commit is asked for. A branch is told where it is not the default one. */
export type Wish = { message: string; branch?: string; isNew: boolean }

type Props = { open: boolean; onOpen: (open: boolean) => void; project: string; path: string; branch: string; errors: number; busy: boolean; onCommit: (wish: Wish) => void }

/** Asks what the change is for, and where it goes. */
export function CommitSheet({ open, onOpen, path, ...rest }: Props) {
  return (
    <Sheet open={open} onOpen={onOpen} title="Commit" about={`The text of ${path} gets a new version.`}>
      <Form path={path} {...rest} />
    </Sheet>
  )
}

const anew = ' new'

function Form({ project, path, branch, errors, busy, onCommit }: Omit<Props, 'open' | 'onOpen'>) {
  const { organisation } = useSession()
  const [message, setMessage] = useState('')
  const [target, setTarget] = useState(branch)
  const [name, setName] = useState('')
  const branches = useQuery({
    queryKey: ['branches', organisation, project],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/branches', { params: { path: { organisation, project } } })),
  })
  const others = (branches.data?.items ?? []).map(item => item.name).filter(one => one !== branch)
  const isNew = target === anew

  function submit(event: FormEvent) {
    event.preventDefault()
    const text = message.trim() === '' ? `Change ${path}` : message.trim()
    onCommit({ message: text, isNew, ...(target === branch ? {} : { branch: isNew ? name.trim() : target }) })
  }

  return (
    <form className="column" onSubmit={submit}>
      <label htmlFor="message">What changed, and why</label>
      <input id="message" className="field" autoFocus value={message} placeholder={`Change ${path}`} onChange={event => setMessage(event.target.value)} />
      <label htmlFor="target">Branch</label>
      <select id="target" className="field" value={target} onChange={event => setTarget(event.target.value)}>
        <option>{branch}</option>
        {others.map(one => (
          <option key={one}>{one}</option>
        ))}
        <option value={anew}>A new branch…</option>
      </select>
      {isNew && (
        <>
          <label htmlFor="new-branch">Name of the new branch</label>
          <input id="new-branch" className="field mono" required spellCheck={false} value={name} onChange={event => setName(event.target.value)} />
        </>
      )}
      {target !== branch && <p className="quiet">{branch} stays as it is. Here you see again what it says.</p>}
      {errors > 0 && <p className="bad-text">The text has errors, so the server may refuse it. What you typed is kept.</p>}
      <button type="submit" className="primary" disabled={busy}>
        {target === branch ? 'Commit' : `Commit to ${isNew ? name.trim() || 'the new branch' : target}`}
      </button>
    </form>
  )
}
