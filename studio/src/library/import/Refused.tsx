import type { Finding } from '../../api/errors'

const shown = 20

/** What the server found wrong with files that it refused. */
export function Refused({ findings }: { findings: Finding[] }) {
  return (
    <ul className="panel lines" aria-label="Why it was refused">
      {findings.slice(0, shown).map((finding, index) => (
        <li key={index}>
          <span className="mono cut">
            {finding.file}
            {finding.line != null && `:${finding.line}`}
          </span>
          <span className="grow">{finding.message}</span>
        </li>
      ))}
    </ul>
  )
}
