import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { inWords } from '../api/errors'

/** Says what is being waited for; it shows only when the wait is felt. */
export function Loading({ what }: { what: string }) {
  return (
    <div className="state late" role="status">
      <p className="quiet">{what}…</p>
    </div>
  )
}

/** Says what went wrong, why, and what to do. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const { what, hint } = inWords(error)
  return (
    <div className="state" role="alert">
      <h2>{what}</h2>
      {hint && <p className="quiet">{hint}</p>}
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  )
}

/** Says what this place is for, and offers the one next step. */
export function Empty({ title, text, to, action, children }: { title: string; text: string; to?: string; action?: string; children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      {to !== undefined && <Link href={to}>{action}</Link>}
      {children}
    </div>
  )
}
