import { Provenance } from '../provenance/Provenance'
import type { Composed } from '../provenance/segments'
import { Beside } from './Beside'
import type { Place } from './questions'
import { Refusal } from './Refusal'
import { wholeText, type WhatIf } from './wish'

type Props = { place: Place; composed: Composed | undefined; isRefused: boolean; whatIf: WhatIf | undefined; other: Composed | undefined; error: unknown; point: string | undefined }

/** The composed text with the colours of those who wrote it; beside it, what it would be. */
export function Result({ place, composed, isRefused, whatIf, other, error, point }: Props) {
  return (
    <>
      {whatIf === undefined && composed === undefined && isRefused && <p className="quiet pad">Nothing is composed as long as the combination is refused. Choose otherwise above, or try another version.</p>}
      {whatIf !== undefined && error != null && <Refusal error={error} />}
      {whatIf !== undefined && other !== undefined && <Beside left={composed === undefined ? '' : wholeText(composed)} right={wholeText(other)} leftName="Now" rightName={named(whatIf)} />}
      {whatIf === undefined && composed !== undefined && (
        <Provenance composed={composed} project={place.project} path={place.path} point={point}>
          {composed.userTextFindings.length > 0 && (
            <ul className="user-findings">
              {composed.userTextFindings.map((finding, at) => (
                <li key={at}>
                  The user's text for <code>{finding.mergePoint}</code>, at {finding.start + 1}: {finding.message} <span className="mono small">{finding.code}</span>
                </li>
              ))}
            </ul>
          )}
        </Provenance>
      )}
    </>
  )
}

const named = (whatIf: WhatIf) => (whatIf.kind === 'version' ? `With ${whatIf.path} version ${whatIf.version}` : `With the ${whatIf.layer} layer of ${whatIf.alias}`)
