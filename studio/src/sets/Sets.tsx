import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useOffer } from '../app/commands'
import { libraryLink, setsLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { shorten } from '../lib/text'
import { useKeys } from '../ui/keys'
import { Empty, Failed, Loading } from '../ui/states'
import { useSets, type SetItem } from './questions'
import { SetDetail } from './SetDetail'
import { SetSheet } from './SetSheet'
import './sets.css'

const longestName = 80

/** The prompt sets of a project; with a path, the set of that name. */
export default function Sets({ project, path }: { project: string; path: string }) {
  return path === '' ? <List project={project} /> : <SetDetail project={project} name={path} />
}

function List({ project }: { project: string }) {
  const { organisation, permissions } = useSession()
  const [, go] = useLocation()
  const sets = useSets(organisation, project)
  const [making, setMaking] = useState(false)
  const mayWrite = permissions.includes('write')
  useOffer(mayWrite ? [{ name: 'New set', kind: 'Action', act: () => setMaking(true) }] : [])
  useKeys((event, combined) => {
    if (combined || event.key !== 'n' || !mayWrite) return
    event.preventDefault()
    setMaking(true)
  })
  const make = mayWrite && (
    <button type="button" className="primary" onClick={() => setMaking(true)}>
      <Plus size={16} />
      New set
    </button>
  )
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Sets' }]} action={make}>
      {sets.data === undefined ? (
        sets.error ? <Failed error={sets.error} again={() => void sets.refetch()} /> : <Loading what="Loading the sets" />
      ) : sets.data.length === 0 ? (
        <Empty title="No prompt sets yet" text="A set is a folder whose prompts are released as one thing, under one version." />
      ) : (
        <ul aria-label="Prompt sets">
          {sets.data.map(set => (
            <Row key={set.folder} project={project} set={set} />
          ))}
        </ul>
      )}
      <SetSheet project={project} open={making} onOpen={setMaking} onSaved={name => go(setsLink(project, name))} />
    </Shell>
  )
}

function Row({ project, set }: { project: string; set: SetItem }) {
  return (
    <li className="list-row">
      <Link href={setsLink(project, set.name)} className="list-name cut" title={set.name}>
        {shorten(set.name, longestName)}
      </Link>
      {set.version != null && <span className="chip">{set.version}</span>}
      <span className="mono small quiet cut" title={set.folder}>
        {set.folder === '' ? 'the whole project' : shorten(set.folder, longestName)}
      </span>
      {set.problem != null ? <span className="bad-text small cut grow">{set.problem}</span> : <span className="quiet cut grow wide-only">{set.description}</span>}
    </li>
  )
}
