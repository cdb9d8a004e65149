import type { Finding } from '../api/errors'

/** What the server's validator says about the text; each finding leads to its place. */
export function Findings({ findings, onGo }: { findings: Finding[]; onGo: (line: number, column: number) => void }) {
  if (findings.length === 0) return <p className="quiet pad">The validator has nothing to say.</p>
  return (
    <ul className="findings">
      {findings.map((finding, index) => {
        const [line, column] = [finding.line ?? 1, finding.column ?? 1]
        return (
          <li key={index} className="finding">
            <span className={`severity ${finding.severity}`}>{finding.severity}</span>
            <button type="button" className="plain mono" aria-label={`Go to line ${line}, column ${column}`} onClick={() => onGo(line, column)}>
              {line}:{column}
            </button>
            <span className="grow">
              {finding.message} {finding.hint && <span className="quiet">{finding.hint}</span>}
            </span>
            <span className="mono quiet small">{finding.code}</span>
          </li>
        )
      })}
    </ul>
  )
}
