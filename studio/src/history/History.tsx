import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, take } from '../api/client'
import { refresh } from '../api/queries'
import type { components } from '../api/schema'
import { editorLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { toast, toastError } from '../app/toasts'
import { ago, exactly } from '../lib/time'
import { Failed, Loading } from '../ui/states'
import { Compare } from './Compare'
import './history.css'

type Version = components['schemas']['VersionPage']['items'][number]

const shown = 200

/** The versions of a prompt as a timeline, newest first. */
export default function History({ project, path }: { project: string; path: string }) {
  const { organisation, permissions } = useSession()
  const place = { organisation, project, path }
  const versions = useQuery({
    queryKey: ['versions', organisation, project, path],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions', { params: { path: place, query: { limit: shown } } })),
  })
  const [compared, setCompared] = useState<number>()

  async function rollBack(version: number) {
    try {
      await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/rollback', { params: { path: place }, body: { version } }))
      toast(`${path} says again what version ${version} said`)
      await refresh(organisation, project)
    } catch (error) {
      toastError(error)
    }
  }

  const items = versions.data?.items
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: path, to: editorLink(project, path) }, { name: 'History' }]}>
      {items === undefined ? (
        versions.error ? <Failed error={versions.error} again={() => void versions.refetch()} /> : <Loading what="Loading the versions" />
      ) : (
        <ol className="timeline">
          {items.map((item, index) => (
            <Entry
              key={item.version}
              item={item}
              before={items[index + 1]?.version}
              isLatest={index === 0}
              mayWrite={permissions.includes('write')}
              isOpen={compared === item.version}
              onOpen={() => setCompared(compared === item.version ? undefined : item.version)}
              onBack={() => void rollBack(item.version)}
              place={place}
            />
          ))}
        </ol>
      )}
      {versions.data?.next != null && <p className="quiet pad">The {shown} newest versions. Older ones are reachable with the quire command.</p>}
      <p className="pad">
        <Link href={editorLink(project, path)}>Back to the editor</Link>
      </p>
    </Shell>
  )
}

type EntryProps = {
  item: Version
  before: number | undefined
  isLatest: boolean
  mayWrite: boolean
  isOpen: boolean
  onOpen: () => void
  onBack: () => void
  place: { organisation: string; project: string; path: string }
}

function Entry({ item, before, isLatest, mayWrite, isOpen, onOpen, onBack, place }: EntryProps) {
  const time = new Date(item.createdAt)
  return (
    <li className="entry">
      <div className="row">
        <strong>Version {item.version}</strong>
        {item.aliases.map(alias => (
          <span key={alias} className="chip">
            {alias}
          </span>
        ))}
        {item.invalid && <span className="chip bad-text">does not parse</span>}
        <span className="grow" />
        {before !== undefined && (
          <button type="button" className="plain small" aria-expanded={isOpen} onClick={onOpen}>
            What changed
          </button>
        )}
        {mayWrite && !isLatest && !item.invalid && (
          <button type="button" className="plain small" onClick={onBack}>
            Roll back to {item.version}
          </button>
        )}
      </div>
      <p>{item.message}</p>
      <p className="quiet small">
        {item.author}, <time dateTime={item.createdAt} title={exactly(time)}>{ago(time, new Date())}</time>
      </p>
      {isOpen && before !== undefined && <Compare place={place} from={before} to={item.version} />}
    </li>
  )
}
