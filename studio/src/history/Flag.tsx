import { Flag as FlagIcon } from 'lucide-react'
import { Menu } from '../ui/Menu'
import { takeFlag } from './drag'
import type { Acts } from './Entry'
import type { Place } from './load'

type Props = { place: Place; alias: string; version: number; latest: number; mayWrite: boolean; acts: Acts }

/** An alias on the timeline: it is dragged to another version, or moved by its menu. */
export function Flag({ place, alias, version, latest, mayWrite, acts }: Props) {
  if (!mayWrite) {
    return (
      <span className="flag">
        <FlagIcon size={12} aria-hidden="true" />
        {alias}
      </span>
    )
  }
  return (
    <Menu
      label={`Alias ${alias}`}
      items={[
        ...(version === latest ? [] : [{ name: `Move to ${latest}, the latest…`, act: () => acts.onMove({ alias, from: version, to: latest }) }]),
        { name: 'Move to another version…', act: () => acts.onMove({ alias, from: version, to: version }) },
        ...(version === latest ? [] : [{ name: 'Compare with latest', act: () => acts.onCompare(version, latest) }]),
        'line',
        { name: `Remove ${alias}…`, bad: true, act: () => acts.onMove({ alias, from: version, to: null }) },
      ]}
    >
      <button type="button" className="flag" draggable aria-label={`Alias ${alias}`} title={`${alias}: drag it to another version`} onDragStart={event => takeFlag(event, { alias, from: version, path: place.path })}>
        <FlagIcon size={12} aria-hidden="true" />
        {alias}
      </button>
    </Menu>
  )
}
