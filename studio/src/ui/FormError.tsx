import { inWords } from '../api/errors'

/** Says below a form what the server refused, and the way out; nothing without an error. */
export function FormError({ error }: { error: unknown }) {
  if (error === undefined) return null
  const { what, hint } = inWords(error)
  return (
    <p role="alert" className="bad-text">
      {what} {hint}
    </p>
  )
}
