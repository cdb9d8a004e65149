import { useState, type ReactNode } from 'react'
import { Legend } from './Legend'
import type { Composed } from './segments'
import { Written, type Hidden } from './Written'
import './provenance.css'

/** A composed prompt below the names of those who wrote in it, which switch their colours on and off. What is given inside stands between the two. */
export function Provenance({ composed, children }: { composed: Composed; children?: ReactNode }) {
  const [hidden, setHidden] = useState<Hidden>(new Set())

  function toggle(layer: number) {
    const next = new Set(hidden)
    if (!next.delete(layer)) next.add(layer)
    setHidden(next)
  }

  return (
    <div className="preview">
      <Legend composed={composed} hidden={hidden} onToggle={toggle} />
      {children}
      <div className="rendered">
        <Written composed={composed} hidden={hidden} />
      </div>
    </div>
  )
}
