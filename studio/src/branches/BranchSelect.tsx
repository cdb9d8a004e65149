import { useBranches, type Place } from './load'
import './branches.css'

type Props = { place: Place; label: string; value: string; onValue: (branch: string) => void; id?: string; without?: string; more?: { value: string; name: string } }

/** Chooses a branch. One that is gone stays to be seen; one more line may stand at the end. */
export function BranchSelect({ place, label, value, onValue, id, without, more }: Props) {
  const names = (useBranches(place).data ?? []).map(({ name }) => name).filter(name => name !== without)
  const isKnown = names.includes(value) || value === more?.value
  return (
    <select id={id} className="field branch-select" aria-label={label} title={value} value={value} onChange={event => onValue(event.target.value)}>
      {!isKnown && <option>{value}</option>}
      {names.map(name => (
        <option key={name}>{name}</option>
      ))}
      {more !== undefined && <option value={more.value}>{more.name}</option>}
    </select>
  )
}
