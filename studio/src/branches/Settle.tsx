import { useState, type ReactNode } from 'react'
import { Resolver, type Sides } from '../merge/Resolver'
import { useSettling } from '../merge/resolution'
import { AcceptBreaks, useBreaks } from '../ui/AcceptBreaks'
import { FormError } from '../ui/FormError'
import { useSubmit } from '../ui/useSubmit'
import type { Merge, Settled } from './merging'

type Props = { preview: Merge; sides: Sides; action: string; suggestion: string; act: (settled: Omit<Settled, 'expectedHead'>) => Promise<void>; hasMessage?: boolean; children?: ReactNode }

/** What is left to decide before a merge is done: conflicts piece by piece, breaks, the message. */
export function Settle({ preview, sides, action, suggestion, act, hasMessage = true, children }: Props) {
  const settling = useSettling(preview.conflicts)
  const [message, setMessage] = useState('')
  const { busy, error, submit } = useSubmit(() => act({ message, resolutions: settling.resolutions ?? [], acceptBreaks: breaks.accepted }))
  const breaks = useBreaks(error)

  return (
    <div className="settle">
      {preview.conflicts.length > 0 && (
        <section aria-label="Conflicts">
          <h2 className="pad">Both sides changed the same lines</h2>
          <Resolver settling={settling} sides={sides} />
        </section>
      )}
      <form className="column settle-form" onSubmit={submit}>
        {hasMessage && (
          <>
            <label htmlFor="merge-message">What changed, and why</label>
            <input id="merge-message" className="field" value={message} placeholder={suggestion} onChange={event => setMessage(event.target.value)} />
          </>
        )}
        {children}
        <FormError error={error} />
        <AcceptBreaks breaks={breaks} />
        <div className="row">
          <button type="submit" className="primary" disabled={busy || settling.resolutions === null || !breaks.isAccepted}>
            {action}
          </button>
          {settling.open > 0 && <span className="quiet">Settle the conflicts first.</span>}
        </div>
      </form>
    </div>
  )
}
