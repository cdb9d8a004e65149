import { useState } from 'react'
import { breaks } from '../lib/breaks'

/** What a refusal says that a change breaks, and whether somebody accepted just that. Other breaks are asked for anew. */
export type Breaks = { names: string[]; isAccepted: boolean; accept: (accepted: boolean) => void; accepted: string[] }

/** Keeps what somebody accepts of the breaks that a refusal names. */
export function useBreaks(error: unknown): Breaks {
  const [accepted, setAccepted] = useState<string[]>([])
  const names = breaks(error)
  return { names, isAccepted: names.every(name => accepted.includes(name)), accept: yes => setAccepted(yes ? names : []), accepted }
}

/** Asks whether somebody accepts that contributions of other layers no longer fit; nothing where all fit. */
export function AcceptBreaks({ breaks: { names, isAccepted, accept } }: { breaks: Breaks }) {
  if (names.length === 0) return null
  return (
    <label className="row">
      <input type="checkbox" checked={isAccepted} onChange={event => accept(event.target.checked)} />
      <span>Accept that {names.join(', ')} no longer fit</span>
    </label>
  )
}
