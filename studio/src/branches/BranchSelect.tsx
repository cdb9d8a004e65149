import { useBranches, type Place } from './load'
import './branches.css'

type Props = { place: Place; label: string; value: string; onValue: (branch: string) => void; without?: string }

/** Chooses a branch. One that is gone stays to be seen. */
export function BranchSelect({ place, label, value, onValue, without }: Props) {
  const names = (useBranches(place).data ?? []).map(({ name }) => name).filter(name => name !== without)
  return (
    <select className="field branch-select" aria-label={label} value={value} onChange={event => onValue(event.target.value)}>
      {!names.includes(value) && <option>{value}</option>}
      {names.map(name => (
        <option key={name}>{name}</option>
      ))}
    </select>
  )
}
