import { Flag as FlagIcon } from 'lucide-react'
import { useRef, useState } from 'react'
import { PointMenu, type MenuItem } from '../ui/Menu'
import { takeFlag } from './drag'
import type { Acts } from './Entry'
import type { Place } from './load'

type Props = { place: Place; alias: string; version: number; latest: number; mayWrite: boolean; acts: Acts }

/** An alias on the timeline: it is dragged to another version, or moved by its menu, which opens on a click so that a press may become a drag. */
export function Flag({ place, alias, version, latest, mayWrite, acts }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [at, setAt] = useState<{ x: number; y: number } | null>(null)
  if (!mayWrite) {
    return (
      <span className="flag">
        <FlagIcon size={12} aria-hidden="true" />
        {alias}
      </span>
    )
  }
  const items: MenuItem[] = [
    ...(version === latest ? [] : [{ name: `Move to ${latest}, the latest…`, act: () => acts.onMove({ alias, from: version, to: latest }) }]),
    { name: 'Move to another version…', act: () => acts.onMove({ alias, from: version, to: version }) },
    ...(version === latest ? [] : [{ name: 'Compare with latest', act: () => acts.onCompare(version, latest) }]),
    'line',
    { name: `Remove ${alias}…`, bad: true, act: () => acts.onMove({ alias, from: version, to: null }) },
  ]

  function show() {
    const { left, bottom } = button.current!.getBoundingClientRect()
    setAt({ x: left, y: bottom })
  }

  function hide() {
    button.current?.focus()
    setAt(null)
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="flag"
        draggable
        aria-label={`Alias ${alias}`}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        title={`${alias}: drag it to another version`}
        onClick={show}
        onDragStart={event => takeFlag(event, { alias, from: version, path: place.path })}
      >
        <FlagIcon size={12} aria-hidden="true" />
        {alias}
      </button>
      {at !== null && <PointMenu label={`Alias ${alias}`} items={items} at={at} onClose={hide} />}
    </>
  )
}
