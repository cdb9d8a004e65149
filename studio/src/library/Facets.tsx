import { useMemo, useState } from 'react'
import type { PromptItem } from '../api/queries'
import type { Load } from './drag'
import { aliases, categories, folders, layers, tags, type Filter } from './filter'
import { FolderTree } from './FolderTree'

type Props = { project: string; items: PromptItem[]; filter: Filter; onFilter: (filter: Filter) => void; onDrop?: ((load: Load, folder: string) => void) | undefined }

const kinds = ['category', 'tag', 'alias', 'layer'] as const
const titles = { category: 'Categories', tag: 'Tags', alias: 'Aliases', layer: 'Layers' }
const shownFirst = 12

/** What the library can be narrowed to. */
export function Facets({ project, items, filter, onFilter, onDrop }: Props) {
  const tree = useMemo(() => folders(items), [items])
  const facets = useMemo(() => ({ category: categories(items), tag: tags(items), alias: aliases(items), layer: layers(items) }), [items])
  return (
    <div className="facets" role="region" aria-label="Narrow the library" tabIndex={0}>
      <FolderTree project={project} folders={tree} total={items.length} chosen={filter.folder} choose={folder => onFilter({ ...filter, folder })} onDrop={onDrop} />
      {kinds.map(kind => (
        <Facet key={kind} title={titles[kind]} values={facets[kind]} chosen={filter[kind]} choose={value => onFilter({ ...filter, [kind]: value })} />
      ))}
    </div>
  )
}

function Facet({ title, values, chosen, choose }: { title: string; values: [string, number][]; chosen: string; choose: (value: string) => void }) {
  const [all, setAll] = useState(false)
  if (values.length === 0) return null
  const shown = all ? values : values.filter(([value], index) => index < shownFirst || value === chosen)
  return (
    <section aria-label={title}>
      <h2 className="facet-title">{title}</h2>
      <ul>
        {shown.map(([value, many]) => (
          <li key={value}>
            <button type="button" className="facet" aria-pressed={value === chosen} title={value} onClick={() => choose(value === chosen ? '' : value)}>
              <span className="grow cut">{value}</span>
              <span className="quiet small">{many.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < values.length && (
        <button type="button" className="plain small facet-more" onClick={() => setAll(true)}>
          Show all {values.length.toLocaleString('en')}
        </button>
      )}
    </section>
  )
}
