import { useId, useState, type FormEvent } from 'react'
import { refresh, usePrompts } from '../api/queries'
import { useSession } from '../app/session'
import { toast } from '../app/toasts'
import { count, shorten } from '../lib/text'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import { foldersOf, inside } from './folders'
import { saveSet, type SetItem } from './questions'

const previewed = 5
const longestName = 56

type Props = { project: string; set?: SetItem; open: boolean; onOpen: (open: boolean) => void; onSaved: (name: string) => void }

/** Makes a prompt set, or edits what one says of itself. */
export function SetSheet({ project, set, open, onOpen, onSaved }: Props) {
  const about = set === undefined ? 'A set is a folder that is released as one thing. It holds the prompts of the folder, at any depth.' : 'A commit changes its quire.json. What is left empty stays as it is.'
  return (
    <Sheet open={open} onOpen={onOpen} title={set === undefined ? 'New set' : `Edit ${set.name}`} about={about}>
      <Form
        project={project}
        {...(set === undefined ? {} : { set })}
        done={name => {
          onOpen(false)
          onSaved(name)
        }}
      />
    </Sheet>
  )
}

function Form({ project, set, done }: { project: string; set?: SetItem; done: (name: string) => void }) {
  const { organisation } = useSession()
  const id = useId()
  const [name, setName] = useState(set?.name ?? '')
  const [folder, setFolder] = useState(set?.folder ?? '')
  const [version, setVersion] = useState(set?.version ?? '')
  const [description, setDescription] = useState(set?.description ?? '')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const said = { ...(version.trim() === '' ? {} : { version: version.trim() }), ...(description.trim() === '' ? {} : { description: description.trim() }) }
      await saveSet(organisation, project, name, set === undefined ? { folder: folder.trim().replace(/^\/+|\/+$/g, ''), ...said } : said)
      await refresh(organisation, project)
      toast(set === undefined ? `Made the set ${name}` : `Changed the set ${name}`)
      done(name)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <form className="column" onSubmit={event => void submit(event)}>
      {set === undefined && (
        <>
          <label htmlFor={`${id}name`}>Name</label>
          <input id={`${id}name`} className="field mono" autoFocus required spellCheck={false} maxLength={64} placeholder="a-z 0-9 - _ ." value={name} onChange={event => setName(event.target.value)} />
          <Folder id={`${id}folder`} project={project} value={folder} onValue={setFolder} />
        </>
      )}
      <label htmlFor={`${id}version`}>Version of the next release</label>
      <input id={`${id}version`} className="field mono" spellCheck={false} placeholder="1.0.0" value={version} onChange={event => setVersion(event.target.value)} />
      <label htmlFor={`${id}description`}>What it is for</label>
      <textarea id={`${id}description`} className="field" rows={3} maxLength={1000} value={description} onChange={event => setDescription(event.target.value)} />
      <FormError error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {set === undefined ? 'Make the set' : 'Commit'}
      </button>
    </form>
  )
}

/** The folder of a new set, and what it would hold. */
function Folder({ id, project, value, onValue }: { id: string; project: string; value: string; onValue: (folder: string) => void }) {
  const { organisation } = useSession()
  const paths = (usePrompts(organisation, project).data ?? []).map(prompt => prompt.path)
  const held = inside(paths, value)
  return (
    <>
      <label htmlFor={id}>Folder</label>
      <input id={id} className="field mono" spellCheck={false} list={`${id}known`} placeholder="the whole project" value={value} onChange={event => onValue(event.target.value)} />
      <datalist id={`${id}known`}>
        {foldersOf(paths).map(folder => (
          <option key={folder} value={folder} />
        ))}
      </datalist>
      <div className="held small" role="status">
        <p className="quiet">Holds {count(held.length, 'prompt')} now{held.length === 0 ? '.' : ':'}</p>
        {held.slice(0, previewed).map(path => (
          <p key={path} className="mono cut" title={path}>
            {shorten(path, longestName)}
          </p>
        ))}
        {held.length > previewed && <p className="quiet">and {(held.length - previewed).toLocaleString('en')} more</p>}
      </div>
    </>
  )
}
