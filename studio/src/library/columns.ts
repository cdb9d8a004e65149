import type { PromptItem } from '../api/queries'
import { readStored, writeStored } from '../lib/stored'
import type { Order } from './sorting'

/** The columns beside the name, in their order, with the share of the width that each takes. */
export const columns = [
  { id: 'description', name: 'Description', width: 'minmax(80px, 2fr)' },
  { id: 'tags', name: 'Tags', width: 'minmax(96px, 1.3fr)' },
  { id: 'category', name: 'Category', width: 'minmax(96px, 0.9fr)' },
  { id: 'aliases', name: 'Aliases', width: 'minmax(112px, 1.8fr)' },
  { id: 'version', name: 'Version', width: '72px', by: 'version' },
  { id: 'changed', name: 'Changed', width: '96px', by: 'updatedAt' },
] as const satisfies { id: string; name: string; width: string; by?: Order['by'] & keyof PromptItem }[]

/** A column that may be hidden. */
export type Column = (typeof columns)[number]['id']

const firstWidth = '28px minmax(180px, 3.6fr)'
const stored = 'library-hidden-columns'

/** The columns that this browser hides; at first those that need the room of a wide window. */
export const hiddenColumns = (): Column[] => readStored<Column[]>(stored) ?? (innerWidth < 1500 ? ['description', 'category'] : [])

/** Keeps what is hidden. */
export const keepHidden = (hidden: Column[]) => writeStored(stored, hidden)

/** The grid of a row, from what is shown. */
export const gridOf = (hidden: readonly Column[]) =>
  [firstWidth, ...columns.filter(({ id }) => !hidden.includes(id)).map(({ width }) => width), '28px'].join(' ')
