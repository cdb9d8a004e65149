import { PointMenu } from '../ui/Menu'
import { columns, type Column } from './columns'

type Props = { hidden: Column[]; onHidden: (hidden: Column[]) => void; at: { x: number; y: number }; onClose: () => void }

/** Which columns are shown. */
export default function ColumnMenu({ hidden, onHidden, at, onClose }: Props) {
  const items = columns.map(({ id, name }) => ({
    name,
    checked: !hidden.includes(id),
    act: () => onHidden(hidden.includes(id) ? hidden.filter(other => other !== id) : [...hidden, id]),
  }))
  return <PointMenu label="Columns" at={at} items={items} onClose={onClose} />
}
