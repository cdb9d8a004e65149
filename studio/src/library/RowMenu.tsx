import { useLocation } from 'wouter'
import type { PromptItem } from '../api/queries'
import { editorLink, historyLink } from '../app/links'
import { toast } from '../app/toasts'
import { PointMenu, type MenuItem } from '../ui/Menu'
import { bulkActions, type BulkKind } from './BulkBar'
import { named } from './edits'

type Props = {
  project: string
  items: PromptItem[]
  item: PromptItem
  at: { x: number; y: number }
  mayWrite: boolean
  act: (kind: BulkKind) => void
  onTemplate: () => void
  onBranch: () => void
  onClose: () => void
}

/** The context menu of a row; where the row is one of several selected ones, it is for all of them. */
export default function RowMenu({ project, items, item, at, mayWrite, act, onTemplate, onBranch, onClose }: Props) {
  const [, go] = useLocation()
  const single: MenuItem[] = [
    { name: 'Open', keys: 'Enter', act: () => go(editorLink(project, item.path)) },
    { name: 'Edit on a branch…', act: onBranch },
    { name: 'History', act: () => go(historyLink(project, item.path)) },
    { name: 'Copy path', act: () => void navigator.clipboard.writeText(item.path).then(() => toast(`Copied ${item.path}`)) },
    ...(item.template && mayWrite ? [{ name: 'Make a prompt of it…', act: onTemplate }] : []),
  ]
  const edits: MenuItem[] = mayWrite ? bulkActions.map(({ kind, name, key }) => ({ name, keys: key === 'Delete' ? 'Del' : key, bad: kind === 'delete', act: () => act(kind) })) : []
  const lines: MenuItem[] = items.length > 1 ? edits : edits.length === 0 ? single : [...single, 'line', ...edits]
  return <PointMenu label={`Actions for ${named(items)}`} at={at} items={lines} onClose={onClose} />
}
