import { ApiError, type Finding } from '../api/errors'
import { Coded } from '../ui/Coded'
import { Failed } from '../ui/states'

/** What the server found wrong. */
export const findingsOf = (error: unknown): Finding[] => (error instanceof ApiError ? error.diagnostics : [])

/** Why nothing is composed, finding by finding, each with its way out. */
export function Refusal({ error }: { error: unknown }) {
  const told = findingsOf(error)
  if (told.length === 0) return <Failed error={error} />
  return (
    <div className="refusal" role="alert">
      <h2>This combination is refused</h2>
      <ul>
        {told.map((finding, at) => (
          <li key={at}>
            <Coded text={finding.message} /> {finding.hint && <span className="quiet"><Coded text={hint(finding.hint)} /></span>} <span className="quiet small mono">{finding.code}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const hint = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
