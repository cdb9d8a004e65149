import { FolderInput, Shapes, Tag, Trash2, Waypoints, X, type LucideIcon } from 'lucide-react'
import { count } from '../lib/text'

/** What may be done to several prompts at once. */
export type BulkKind = 'tags' | 'category' | 'alias' | 'move' | 'delete'

/** The actions, with their verbs and keys; menus and keys use the same. */
export const bulkActions: { kind: BulkKind; name: string; short: string; key: string; icon: LucideIcon }[] = [
  { kind: 'tags', name: 'Edit tags…', short: 'Tags', key: 't', icon: Tag },
  { kind: 'category', name: 'Set category…', short: 'Category', key: 'c', icon: Shapes },
  { kind: 'alias', name: 'Move alias…', short: 'Alias', key: 'a', icon: Waypoints },
  { kind: 'move', name: 'Move to…', short: 'Move', key: 'm', icon: FolderInput },
  { kind: 'delete', name: 'Delete', short: 'Delete', key: 'Delete', icon: Trash2 },
]

/** Stands in the place of the search while prompts are selected. */
export function BulkBar({ many, hiddenMany, act, clear }: { many: number; hiddenMany: number; act: (kind: BulkKind) => void; clear: () => void }) {
  return (
    <div className="row shelf-head bulk" role="toolbar" aria-label="Selected prompts">
      <button type="button" className="icon" aria-label="Select nothing" onClick={clear}>
        <X size={16} />
      </button>
      <strong role="status">
        {count(many, 'prompt')} selected{hiddenMany > 0 && `, ${hiddenMany.toLocaleString('en')} not shown`}
      </strong>
      <span className="grow" />
      {bulkActions.map(({ kind, name, short, icon: Icon }) => (
        <button key={kind} type="button" className="bulk-action" aria-label={name} title={name} onClick={() => act(kind)}>
          <Icon size={16} />
          <span className="bulk-name">{short}</span>
        </button>
      ))}
    </div>
  )
}
