import { Legend } from '../provenance/Legend'
import type { Composed } from '../provenance/segments'
import { useHidden } from '../provenance/hidden'
import { Written } from '../provenance/Written'
import { Beside } from './Beside'
import { Refusal } from './Refusal'
import { wholeText, type WhatIf } from './wish'

type Props = { composed: Composed | undefined; isRefused: boolean; whatIf: WhatIf | undefined; other: Composed | undefined; error: unknown; point: string | undefined }

/** The composed text with the colours of those who wrote it; beside it, what it would be. */
export function Result({ composed, isRefused, whatIf, other, error, point }: Props) {
  const [hidden, toggle] = useHidden()
  return (
    <>
      {whatIf === undefined && composed === undefined && isRefused && <p className="quiet pad">Nothing is composed as long as the combination is refused. Choose otherwise above, or try another version.</p>}
      {whatIf !== undefined && error != null && <Refusal error={error} />}
      {whatIf !== undefined && other !== undefined && <Beside left={composed === undefined ? '' : wholeText(composed)} right={wholeText(other)} leftName="Now" rightName={named(whatIf)} />}
      {whatIf === undefined && composed !== undefined && (
        <>
          <div className="row composed-head">
            <Legend composed={composed} hidden={hidden} onToggle={toggle} />
            <span className="quiet small tokens" title={composed.tokens.kind === 'exact' ? 'Counted' : `Estimated, ± ${Math.round(composed.tokens.error * 100)} %`}>
              {composed.tokens.count.toLocaleString('en')} tokens
            </span>
          </div>
          {composed.userTextFindings.length > 0 && (
            <ul className="user-findings">
              {composed.userTextFindings.map((finding, at) => (
                <li key={at}>
                  The user's text for <code>{finding.mergePoint}</code>, at {finding.start + 1}: {finding.message} <span className="mono small">{finding.code}</span>
                </li>
              ))}
            </ul>
          )}
          <div className="rendered">
            <Written composed={composed} hidden={hidden} point={point} />
          </div>
        </>
      )}
    </>
  )
}

const named = (whatIf: WhatIf) => (whatIf.kind === 'version' ? `With ${whatIf.path} version ${whatIf.version}` : `With the ${whatIf.layer} layer of ${whatIf.alias}`)
