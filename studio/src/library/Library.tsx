import { Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { usePrompts } from '../api/queries'
import { useOffer } from '../app/commands'
import { importLink, trashLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { useKeys } from '../ui/keys'
import { Empty, Failed, Loading } from '../ui/states'
import { NewPrompt } from './NewPrompt'
import { Shelves } from './Shelves'
import './library.css'

/** The prompts of a project: by folder and facet, and by what one types. */
export function Library({ project }: { project: string }) {
  const { organisation, permissions } = useSession()
  const prompts = usePrompts(organisation, project)
  const [making, setMaking] = useState(false)
  const [, go] = useLocation()
  const mayWrite = permissions.includes('write')
  useKeys((event, combined) => {
    if (combined || event.key !== 'n' || !mayWrite) return
    event.preventDefault()
    setMaking(true)
  })
  useOffer([
    ...(mayWrite ? [{ name: 'New prompt', kind: 'Action', act: () => setMaking(true) }, { name: 'Import prompts', kind: 'Action', act: () => go(importLink(project)) }] : []),
    { name: 'Deleted prompts', kind: 'Screen', act: () => go(trashLink(project)) },
  ])
  const create = (
    <>
      <Link href={trashLink(project)} className="wide-only">
        Deleted
      </Link>
      {mayWrite && (
        <>
          <Link href={importLink(project)} className="button wide-only">
            <Upload size={16} />
            Import
          </Link>
          <button type="button" className="primary" onClick={() => setMaking(true)}>
            <Plus size={16} />
            New prompt
          </button>
        </>
      )}
    </>
  )
  return (
    <Shell project={project} crumbs={[{ name: project }, { name: 'Library' }]} action={create}>
      {prompts.data === undefined ? (
        prompts.error ? <Failed error={prompts.error} again={() => void prompts.refetch()} /> : <Loading what="Loading the prompts" />
      ) : prompts.data.length === 0 ? (
        <Empty title="No prompts yet" text="The library keeps every prompt of this project with all its versions. Create the first one, or bring those that you have.">
          {mayWrite && <Link href={importLink(project)}>Import prompts</Link>}
        </Empty>
      ) : (
        <Shelves project={project} items={prompts.data} />
      )}
      <NewPrompt project={project} open={making} onOpen={setMaking} />
    </Shell>
  )
}
