import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, take } from '../api/client'
import { queries, useProjects } from '../api/queries'
import { useSession } from '../app/session'
import { toast, toastError } from '../app/toasts'
import { FormError } from '../ui/FormError'
import { Failed, Loading } from '../ui/states'

const path = '/api/v1/orgs/{organisation}/projects/{project}/protected-aliases' as const

/** The aliases that not everybody may move, project by project. */
export function ProtectedAliases({ project: first }: { project: string }) {
  const { organisation } = useSession()
  const projects = useProjects(organisation).data ?? []
  const [project, setProject] = useState(first)
  return (
    <>
      <p className="quiet">Only those with the permission manage set, move or remove these aliases. A star stands for anything: prod*.</p>
      <label className="column">
        In the project
        <select className="field" value={project} onChange={event => setProject(event.target.value)}>
          {projects.some(({ name }) => name === project) ? null : <option>{project}</option>}
          {projects.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Aliases key={project} project={project} />
    </>
  )
}

function Aliases({ project }: { project: string }) {
  const { organisation, permissions } = useSession()
  const place = { organisation, project }
  const list = useQuery({ queryKey: ['protected', organisation, project], queryFn: async () => (await take(api.GET(path, { params: { path: place } }))).items })
  const [pattern, setPattern] = useState('')
  const [error, setError] = useState<unknown>()
  const mayManage = permissions.includes('manage')
  const reload = () => queries.invalidateQueries({ queryKey: ['protected', organisation, project] })

  async function protect(name: string) {
    await take(api.PUT(`${path}/{pattern}`, { params: { path: { ...place, pattern: name } } }))
    await reload()
  }

  async function release(name: string) {
    await take(api.DELETE(`${path}/{pattern}`, { params: { path: { ...place, pattern: name } } }))
    await reload()
    toast(`${name} may be moved by everybody who writes`, () => protect(name))
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      await protect(pattern.trim())
      setPattern('')
      setError(undefined)
    } catch (failure) {
      setError(failure)
    }
  }

  if (list.data === undefined) return list.error ? <Failed error={list.error} again={() => void list.refetch()} /> : <Loading what="Loading the protected aliases" />
  return (
    <>
      {list.data.length > 0 && (
        <ul className="panel lines" aria-label="Protected aliases">
          {list.data.map(name => (
            <li key={name}>
              <span className="grow cut mono">{name}</span>
              {mayManage && (
                <button type="button" aria-label={`Stop protecting ${name}`} onClick={() => void release(name).catch(toastError)}>
                  Stop protecting
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayManage && (
        <form className="row" onSubmit={event => void submit(event)}>
          <input className="field mono grow" aria-label="Alias or pattern" placeholder="production" required spellCheck={false} value={pattern} onChange={event => setPattern(event.target.value)} />
          <button type="submit">Protect</button>
        </form>
      )}
      <FormError error={error} />
    </>
  )
}
