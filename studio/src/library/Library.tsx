import { Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { usePrompts, type PromptItem } from '../api/queries'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { count } from '../lib/text'
import { useKeys } from '../ui/keys'
import { Empty, Failed, Loading } from '../ui/states'
import { Facets } from './Facets'
import { narrow, type Filter } from './filter'
import { NewPrompt } from './NewPrompt'
import { PromptList } from './PromptList'
import './library.css'

const everything: Filter = { text: '', folder: '', tag: '', category: '' }

/** The prompts of a project: by folder, tag and category, and by what one types. */
export function Library({ project }: { project: string }) {
  const { organisation, permissions } = useSession()
  const prompts = usePrompts(organisation, project)
  const [making, setMaking] = useState(false)
  const mayWrite = permissions.includes('write')
  useKeys((event, combined) => {
    if (combined || event.key !== 'n' || !mayWrite) return
    event.preventDefault()
    setMaking(true)
  })
  const create = mayWrite && (
    <button type="button" className="primary" onClick={() => setMaking(true)}>
      <Plus size={16} />
      New prompt
    </button>
  )
  return (
    <Shell project={project} crumbs={[{ name: project }, { name: 'Library' }]} action={create}>
      {prompts.data === undefined ? (
        prompts.error ? <Failed error={prompts.error} again={() => void prompts.refetch()} /> : <Loading what="Loading the prompts" />
      ) : prompts.data.length === 0 ? (
        <Empty title="No prompts yet" text="The library keeps every prompt of this project with all its versions. Create the first one, or bring a folder with quire import." />
      ) : (
        <Shelves project={project} items={prompts.data} />
      )}
      <NewPrompt project={project} open={making} onOpen={setMaking} />
    </Shell>
  )
}

function Shelves({ project, items }: { project: string; items: PromptItem[] }) {
  const [filter, setFilter] = useState(everything)
  const search = useRef<HTMLInputElement>(null)
  // The list follows a moment later, so that no key waits for it.
  const wanted = useDeferredValue(filter)
  const found = useMemo(() => narrow(items, wanted), [items, wanted])
  useKeys((event, combined) => {
    if (combined || event.key !== '/') return
    event.preventDefault()
    search.current?.focus()
  })
  return (
    <div className="library">
      <Facets items={items} filter={filter} onFilter={setFilter} />
      <section className="shelf" aria-label="Prompts">
        <div className="row shelf-head">
          <input
            ref={search}
            type="search"
            className="field grow"
            aria-label="Search the prompts"
            placeholder="Search by name, description or tag"
            value={filter.text}
            onChange={event => setFilter({ ...filter, text: event.target.value })}
            onKeyDown={event => {
              if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
            }}
          />
          <span className="quiet small" role="status">
            {found.length === items.length ? count(items.length, 'prompt') : `${found.length.toLocaleString('en')} of ${count(items.length, 'prompt')}`}
          </span>
        </div>
        {found.length === 0 ? (
          <Empty title="No prompt matches" text="Take away a word or a facet.">
            <button type="button" onClick={() => setFilter(everything)}>
              Show all prompts
            </button>
          </Empty>
        ) : (
          <PromptList project={project} items={found} />
        )}
      </section>
    </div>
  )
}
