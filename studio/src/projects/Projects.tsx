import { FolderPlus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { api, take } from '../api/client'
import { queries, useProjects } from '../api/queries'
import { useOffer } from '../app/commands'
import { importLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { toast } from '../app/toasts'
import { Ago } from '../ui/Ago'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import { Empty, Failed, Loading } from '../ui/states'

/** Every project that the key reaches. */
export default function Projects({ project }: { project: string }) {
  const { organisation, permissions } = useSession()
  const projects = useProjects(organisation)
  const [making, setMaking] = useState(false)
  const mayMake = permissions.includes('manage')
  useOffer(mayMake ? [{ name: 'New project', kind: 'Action', act: () => setMaking(true) }] : [])
  const create = mayMake && (
    <button type="button" className="primary" onClick={() => setMaking(true)}>
      <FolderPlus size={16} />
      New project
    </button>
  )
  return (
    <Shell project={project} crumbs={[{ name: 'Projects' }]} action={create}>
      {projects.data === undefined ? (
        projects.error ? <Failed error={projects.error} again={() => void projects.refetch()} /> : <Loading what="Loading the projects" />
      ) : projects.data.length === 0 ? (
        <Empty title="No projects" text="A project keeps prompts that belong together, with a history of its own." />
      ) : (
        <div className="page">
          <ul className="panel lines" aria-label="Projects">
            {projects.data.map(({ name, defaultBranch, createdAt }) => (
              <li key={name}>
                <Link href={libraryLink(name)} className="cut" title={name}>
                  {name}
                </Link>
                <span className="quiet small grow cut">{defaultBranch}</span>
                <Ago at={createdAt} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Sheet open={making} onOpen={setMaking} title="New project" about="Its prompts have a history, branches and aliases of their own. Keys may be limited to it.">
        <Form />
      </Sheet>
    </Shell>
  )
}

function Form() {
  const { organisation } = useSession()
  const [, go] = useLocation()
  const [name, setName] = useState('')
  const [error, setError] = useState<unknown>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      await take(api.POST('/api/v1/orgs/{organisation}/projects', { params: { path: { organisation } }, body: { name: name.trim() } }))
      await queries.invalidateQueries({ queryKey: ['projects', organisation] })
      toast(`Created ${name.trim()}`)
      go(importLink(name.trim()))
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <form className="column" onSubmit={event => void submit(event)}>
      <label htmlFor="project-name">Name</label>
      <input id="project-name" className="field mono" autoFocus required spellCheck={false} value={name} onChange={event => setName(event.target.value)} />
      <FormError error={error} />
      <button type="submit" className="primary">
        Create
      </button>
    </form>
  )
}
