import { useMemo } from 'react'
import type { PromptItem } from '../api/queries'
import { categories, folders, tags, type Filter } from './filter'

/** What the library can be narrowed to. */
export function Facets({ items, filter, onFilter }: { items: PromptItem[]; filter: Filter; onFilter: (filter: Filter) => void }) {
  const facets = useMemo(() => ({ folder: folders(items), category: categories(items), tag: tags(items) }), [items])
  return (
    <div className="facets">
      {(['folder', 'category', 'tag'] as const).map(kind => (
        <Facet key={kind} title={titles[kind]} values={facets[kind]} chosen={filter[kind]} choose={value => onFilter({ ...filter, [kind]: value })} />
      ))}
    </div>
  )
}

const titles = { folder: 'Folders', category: 'Categories', tag: 'Tags' }

function Facet({ title, values, chosen, choose }: { title: string; values: [string, number][]; chosen: string; choose: (value: string) => void }) {
  if (values.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="facet-title">{title}</h2>
      <ul>
        {values.map(([value, many]) => (
          <li key={value}>
            <button type="button" className="facet" aria-pressed={value === chosen} title={value} onClick={() => choose(value === chosen ? '' : value)}>
              <span className="grow cut">{value}</span>
              <span className="quiet small">{many.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
