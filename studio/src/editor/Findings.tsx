import type { Finding } from '../api/errors'

/** What the server's validator says about the text. */
export function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return <p className="quiet pad">The validator has nothing to say.</p>
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={index} className="finding">
          <span className={`severity ${finding.severity}`}>{finding.severity}</span>
          <span className="mono quiet">
            {finding.line ?? 1}:{finding.column ?? 1}
          </span>
          <span className="grow">
            {finding.message} {finding.hint && <span className="quiet">{finding.hint}</span>}
          </span>
          <span className="mono quiet small">{finding.code}</span>
        </li>
      ))}
    </ul>
  )
}
