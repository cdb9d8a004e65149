import { Copy } from 'lucide-react'
import { useState } from 'react'
import { api, take } from '../api/client'
import { useProjects } from '../api/queries'
import { useSession } from '../app/session'
import { FormError } from '../ui/FormError'
import { useSubmit } from '../ui/useSubmit'
import { keyRequest, type KeyForm } from './newKey'

const permissions: [string, string][] = [
  ['read', 'prompts, versions, history'],
  ['compose', 'compose stored prompts'],
  ['preview', 'compose and check texts that are not stored'],
  ['write', 'commit, move aliases, annotate'],
  ['manage', 'projects, protected aliases, rules'],
  ['keys', 'make and revoke keys'],
  ['audit', 'the ledger, checking the store'],
]

const lives: [string, string][] = [
  ['', 'never'],
  ['7', 'in 7 days'],
  ['30', 'in 30 days'],
  ['90', 'in 90 days'],
  ['365', 'in a year'],
]

/** Makes a key and shows once what opens it. */
export function NewKey({ made, close }: { made: () => Promise<void>; close: () => void }) {
  const { organisation, permissions: own } = useSession()
  const projects = useProjects(organisation).data ?? []
  const [form, setForm] = useState<KeyForm>({ name: '', permissions: ['read', 'compose'].filter(name => own.includes(name)), projects: [], tenants: '', days: '90' })
  const [secret, setSecret] = useState<string>()

  const { busy, error, submit } = useSubmit(async () => {
    const key = await take(api.POST('/api/v1/orgs/{organisation}/keys', { params: { path: { organisation } }, body: keyRequest(form, new Date()) }))
    setSecret(key.key ?? '')
    await made()
  })

  if (secret !== undefined) return <Secret secret={secret} close={close} />
  return (
    <form className="column" onSubmit={submit}>
      <label htmlFor="key-name">Name</label>
      <input id="key-name" className="field" autoFocus required placeholder="website" value={form.name} onChange={event => setForm({ ...form, name: event.target.value })} />
      <Checks
        title="It may"
        values={permissions.filter(([name]) => own.includes(name))}
        chosen={form.permissions}
        onChosen={chosen => setForm({ ...form, permissions: chosen })}
      />
      {projects.length > 1 && <Checks title="In the projects (none chosen: in all)" values={projects.map(({ name }) => [name, ''])} chosen={form.projects} onChosen={chosen => setForm({ ...form, projects: chosen })} />}
      <label htmlFor="key-tenants">For the tenants alone, between commas</label>
      <input id="key-tenants" className="field" placeholder="every tenant" spellCheck={false} value={form.tenants} onChange={event => setForm({ ...form, tenants: event.target.value })} />
      <label htmlFor="key-days">It expires</label>
      <select id="key-days" className="field" value={form.days} onChange={event => setForm({ ...form, days: event.target.value })}>
        {lives.map(([days, name]) => (
          <option key={days} value={days}>
            {name}
          </option>
        ))}
      </select>
      <FormError error={error} />
      <button type="submit" className="primary" disabled={busy || form.name.trim() === '' || form.permissions.length === 0}>
        Create
      </button>
    </form>
  )
}

function Checks({ title, values, chosen, onChosen }: { title: string; values: [string, string][]; chosen: string[]; onChosen: (chosen: string[]) => void }) {
  return (
    <fieldset className="options">
      <legend>{title}</legend>
      {values.map(([name, about]) => (
        <label key={name} className="row option">
          <input type="checkbox" checked={chosen.includes(name)} onChange={event => onChosen(event.target.checked ? [...chosen, name] : chosen.filter(other => other !== name))} />
          <span>{name}</span>
          <span className="quiet small cut">{about}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Secret({ secret, close }: { secret: string; close: () => void }) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }

  return (
    <div className="column">
      <p>Copy the key now: it is shown this once, and only its hash is kept.</p>
      <p className="boxed text" aria-label="The new key">
        {secret}
      </p>
      <div className="row sheet-foot">
        {/* Only pages with HTTPS, or on this machine, may write to the clipboard. */}
        {isSecureContext && (
          <button type="button" onClick={() => void copy()}>
            <Copy size={16} />
            {copied ? 'Copied' : 'Copy'}
          </button>
        )}
        <button type="button" className="primary" onClick={close}>
          Close
        </button>
      </div>
    </div>
  )
}
