import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { readStored, writeStored } from '../lib/stored'

const least = 20
const most = 80
const step = 2

/** Two panes with a border between them that is moved by the pointer or the arrow keys; a double click puts it in the middle. Its place is kept under a name. */
export function Splitter({ name, label, first, second }: { name: string; label: string; first: ReactNode; second: ReactNode }) {
  const [share, setShare] = useState(() => readStored<number>(name) ?? 50)
  const place = useRef<HTMLDivElement>(null)

  function put(next: number) {
    const kept = Math.round(Math.max(least, Math.min(most, next)))
    setShare(kept)
    writeStored(name, kept)
  }

  function drag(event: PointerEvent) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, width } = place.current!.getBoundingClientRect()
    put(((event.clientX - left) / width) * 100)
  }

  function press(event: KeyboardEvent) {
    const next = { ArrowLeft: share - step, ArrowRight: share + step, Home: least, End: most, Enter: 50 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    put(next)
  }

  return (
    <div ref={place} className="split" style={{ '--share': `${share}fr`, '--rest': `${100 - share}fr` } as React.CSSProperties}>
      {first}
      <div
        className="split-border"
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={share}
        aria-valuemin={least}
        aria-valuemax={most}
        tabIndex={0}
        onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
        onDoubleClick={() => put(50)}
      />
      {second}
    </div>
  )
}
