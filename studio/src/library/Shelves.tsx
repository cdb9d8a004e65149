import { Columns3 } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { PromptItem } from '../api/queries'
import { useOffer } from '../app/commands'
import { searchLink } from '../app/links'
import { useSession } from '../app/session'
import { toastError } from '../app/toasts'
import { count } from '../lib/text'
import { useKeys } from '../ui/keys'
import { Empty } from '../ui/states'
import { BulkBar, bulkActions, type BulkKind } from './BulkBar'
import { hiddenColumns, keepHidden } from './columns'
import type { Load } from './drag'
import { deletePrompts, editCategory, editTags, moveFolder, movePrompts } from './edits'
import { Facets } from './Facets'
import { categories, everything, narrow, tags, type Filter } from './filter'
import { inFolder } from './moves'
import { PromptList } from './PromptList'
import { chosen, nothing } from './selection'
import { inOrder, type Order } from './sorting'

const RowMenu = lazy(() => import('./RowMenu'))
const ColumnMenu = lazy(() => import('./ColumnMenu'))
const BulkSheet = lazy(() => import('./bulk/BulkSheet'))
const TemplateSheet = lazy(() => import('./TemplateSheet'))
const BranchSheet = lazy(() => import('./BranchSheet'))

type Opened =
  | { kind: 'menu'; item: PromptItem; at: { x: number; y: number } }
  | { kind: 'columns'; at: { x: number; y: number } }
  | { kind: 'sheet'; sheet: Exclude<BulkKind, 'delete'>; items: PromptItem[] }
  | { kind: 'template' | 'branch'; item: PromptItem }

// Who comes back from the editor finds the library as it was left.
const left = new Map<string, { filter: Filter; order: Order }>()
const firstOrder: Order = { by: 'path', down: false }

/** The facets at the left; search, actions and the list at the right. */
export function Shelves({ project, items }: { project: string; items: PromptItem[] }) {
  const { organisation, permissions } = useSession()
  const place = { organisation, project }
  const mayWrite = permissions.includes('write')
  const [filter, setFilter] = useState(() => left.get(project)?.filter ?? everything)
  const [order, setOrder] = useState(() => left.get(project)?.order ?? firstOrder)
  left.set(project, { filter, order })
  const [hidden, setHidden] = useState(hiddenColumns)
  const [selection, setSelection] = useState(nothing)
  const [opened, setOpened] = useState<Opened>()
  const search = useRef<HTMLInputElement>(null)
  // The list follows a moment later, so that no key waits for it.
  const wanted = useDeferredValue(filter)
  const found = useMemo(() => inOrder(narrow(items, wanted), order), [items, wanted, order])
  const selected = useMemo(() => (selection.ids.size === 0 ? [] : items.filter(({ id }) => selection.ids.has(id))), [items, selection])
  const shownSelected = useMemo(() => (selection.ids.size === 0 ? 0 : found.filter(({ id }) => selection.ids.has(id)).length), [found, selection])

  function attempt(act: () => Promise<void>) {
    act().catch(toastError)
  }

  function edit(kind: BulkKind, which: PromptItem[]) {
    if (which.length === 0) return
    if (kind !== 'delete') return setOpened({ kind: 'sheet', sheet: kind, items: which })
    setSelection(nothing)
    attempt(() => deletePrompts(place, which))
  }

  function drop(load: Load, folder: string) {
    if ('ids' in load) {
      const ids = new Set(load.ids)
      attempt(() => movePrompts(place, items.filter(({ id }) => ids.has(id)), folder))
    } else if (inFolder(folder, load.folder) !== load.folder) attempt(() => moveFolder(place, load.folder, inFolder(folder, load.folder)))
  }

  useKeys((event, combined) => {
    if (combined || event.key !== '/') return
    event.preventDefault()
    search.current?.focus()
  })

  useOffer(mayWrite && selected.length > 0 ? bulkActions.map(({ kind, name }) => ({ name: `${name.replace('…', '')} (${count(selected.length, 'selected prompt')})`, kind: 'Action', act: () => edit(kind, selected) })) : [])

  return (
    <div className="library">
      <Facets project={project} items={items} filter={filter} onFilter={setFilter} onDrop={mayWrite ? drop : undefined} />
      <section className="shelf" aria-label="Prompts">
        <Suggestions items={items} />
        {selected.length > 0 && mayWrite ? (
          <BulkBar many={selected.length} hiddenMany={selected.length - shownSelected} act={kind => edit(kind, selected)} clear={() => setSelection(nothing)} />
        ) : (
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
            {filter.text.trim() !== '' && <Link href={searchLink(filter.text.trim(), project)}>Search the texts</Link>}
            <span className="quiet small" role="status">
              {found.length === items.length ? count(items.length, 'prompt') : `${found.length.toLocaleString('en')} of ${count(items.length, 'prompt')}`}
            </span>
            <button
              type="button"
              className="icon wide-only"
              aria-label="Choose columns"
              aria-haspopup="menu"
              onClick={event => {
                const { left, bottom } = event.currentTarget.getBoundingClientRect()
                setOpened({ kind: 'columns', at: { x: left, y: bottom } })
              }}
            >
              <Columns3 size={16} />
            </button>
          </div>
        )}
        {found.length === 0 ? (
          <Empty title="No prompt matches" text="Take away a word or a facet.">
            <button type="button" onClick={() => setFilter(everything)}>
              Show all prompts
            </button>
            {filter.text.trim() !== '' && <Link href={searchLink(filter.text.trim(), project)}>Search the texts for “{filter.text.trim()}”</Link>}
          </Empty>
        ) : (
          <PromptList
            project={project}
            items={found}
            hidden={hidden}
            order={order}
            onOrder={setOrder}
            selection={selection}
            onSelection={setSelection}
            mayWrite={mayWrite}
            on={{
              menu: (item, at) => setOpened({ kind: 'menu', item, at }),
              tags: (item, wantedTags) =>
                attempt(() =>
                  editTags(
                    place,
                    [item],
                    wantedTags.filter(tag => !item.tags.includes(tag)),
                    item.tags.filter(tag => !wantedTags.includes(tag)),
                  ),
                ),
              category: (item, category) => attempt(() => editCategory(place, [item], category)),
            }}
            onKey={(key, item) => {
              const action = mayWrite ? bulkActions.find(({ key: own }) => own === key) : undefined
              if (action === undefined) return false
              edit(action.kind, selected.length > 0 ? selected : item === undefined ? [] : [item])
              return true
            }}
          />
        )}
      </section>
      <Suspense>
        {opened?.kind === 'menu' && (
          <RowMenu
            project={project}
            items={chosen(selection, items, opened.item)}
            item={opened.item}
            at={opened.at}
            mayWrite={mayWrite}
            act={kind => edit(kind, chosen(selection, items, opened.item))}
            onTemplate={() => setOpened({ kind: 'template', item: opened.item })}
            onBranch={() => setOpened({ kind: 'branch', item: opened.item })}
            onClose={() => setOpened(now => (now?.kind === 'menu' ? undefined : now))}
          />
        )}
        {opened?.kind === 'columns' && (
          <ColumnMenu
            hidden={hidden}
            onHidden={wantedHidden => {
              keepHidden(wantedHidden)
              setHidden(wantedHidden)
            }}
            at={opened.at}
            onClose={() => setOpened(undefined)}
          />
        )}
        {opened?.kind === 'sheet' && (
          <BulkSheet
            kind={opened.sheet}
            place={place}
            items={opened.items}
            all={items}
            onClose={done => {
              setOpened(undefined)
              if (done) setSelection(nothing)
            }}
          />
        )}
        {opened?.kind === 'branch' && <BranchSheet place={place} item={opened.item} onClose={() => setOpened(undefined)} />}
        {opened?.kind === 'template' && <TemplateSheet place={place} item={opened.item} onClose={() => setOpened(undefined)} />}
      </Suspense>
    </div>
  )
}

/** The tags and categories that are known, for fields that suggest them. */
function Suggestions({ items }: { items: PromptItem[] }) {
  const known = useMemo(() => ({ tags: tags(items), categories: categories(items) }), [items])
  return (
    <>
      <datalist id="known-tags">
        {known.tags.map(([tag]) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <datalist id="known-categories">
        {known.categories.map(([category]) => (
          <option key={category} value={category} />
        ))}
      </datalist>
    </>
  )
}
