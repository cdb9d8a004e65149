import type { ReactNode } from 'react'
import { useHidden } from './hidden'
import { Legend } from './Legend'
import type { Composed } from './segments'
import { Written } from './Written'
import './provenance.css'

/** A composed prompt below the names of those who wrote in it, which switch their colours on and off. What is given inside stands between the two. */
export function Provenance({ composed, children }: { composed: Composed; children?: ReactNode }) {
  const [hidden, toggle] = useHidden()
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
