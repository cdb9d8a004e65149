import { useState } from 'react'
import { Link } from 'wouter'
import { compareLink } from '../app/links'
import { useSession } from '../app/session'
import { Counts } from '../compare/FileDiff'
import { useDiff } from '../compare/load'
import { sentences } from '../compare/meaning'
import { Sentences } from '../compare/Sentences'
import { AcceptBreaks, useBreaks } from '../ui/AcceptBreaks'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import { useSubmit } from '../ui/useSubmit'
import { moveAlias, type AliasMove } from './acts'
import { useAliases, useProtectedAliases, useReads, type Place, type Version } from './load'
import { protecting } from './protection'
import { concerned } from './reads'

type Props = { place: Place; move: AliasMove | null; versions: Version[]; onClose: () => void }

/** Says what changes for whom before an alias moves. A move without a name asks for one. */
export function AliasSheet({ place, move, versions, onClose }: Props) {
  return (
    <Sheet open={move !== null} onOpen={open => !open && onClose()} title={move === null ? '' : titleOf(move)} about={`Whoever asks for ${place.path} by an alias gets the version that it names.`}>
      {move !== null && <Asking key={`${move.alias} ${move.to}`} place={place} move={move} versions={versions} close={onClose} />}
    </Sheet>
  )
}

function titleOf({ alias, to }: AliasMove): string {
  if (alias === '') return `Name version ${to}`
  return to === null ? `Remove ${alias}` : `Move ${alias}`
}

function Asking({ place, move, versions, close }: { place: Place; move: AliasMove; versions: Version[]; close: () => void }) {
  const { permissions } = useSession()
  const [alias, setAlias] = useState(move.alias)
  const [to, setTo] = useState(move.to)
  const standing = useAliases(place).data?.find(item => item.alias === alias)
  const pattern = protecting(alias, useProtectedAliases(place).data ?? [])
  const from = move.from ?? standing?.version ?? null
  const isRefused = pattern !== undefined && !permissions.includes('manage')
  const { busy, error, submit } = useSubmit(async () => {
    await moveAlias(place, { alias, from, to }, breaks.accepted)
    close()
  })
  const breaks = useBreaks(error)

  return (
    <form className="column" onSubmit={submit}>
      {move.alias === '' && (
        <>
          <label htmlFor="alias">Alias</label>
          <input id="alias" className="field" autoFocus spellCheck={false} value={alias} placeholder="production" onChange={event => setAlias(event.target.value.toLowerCase())} />
          <p className="quiet small">Small letters, digits, dots, dashes and underscores; not digits alone.</p>
        </>
      )}
      {to !== null && (
        <>
          <label htmlFor="to">{from === null ? 'Version' : `From version ${from} to`}</label>
          <select id="to" className="field" autoFocus={move.alias !== ''} value={to} onChange={event => setTo(Number(event.target.value))}>
            {versions
              .filter(version => !version.invalid)
              .map(version => (
                <option key={version.version} value={version.version}>
                  {version.version}: {version.message.split('\n')[0]}
                </option>
              ))}
          </select>
        </>
      )}
      {alias !== '' && <Effects place={place} alias={alias} from={from} to={to} />}
      {pattern !== undefined && (
        <p className={isRefused ? 'bad-text' : 'quiet'}>
          {isRefused
            ? `${alias} is protected${pattern === alias ? '' : ` by ${pattern}`}: moving it takes the permission manage, which you do not have. Ask somebody who has it.`
            : `${alias} is protected${pattern === alias ? '' : ` by ${pattern}`}. You have the permission to move it.`}
        </p>
      )}
      <FormError error={error} />
      <AcceptBreaks breaks={breaks} />
      <div className="row sheet-foot">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={busy || isRefused || alias === '' || (to !== null && from === to) || !breaks.isAccepted}>
          {to === null ? `Remove ${alias}` : from === null ? `Name version ${to} ${alias}` : `Move ${alias} to ${to}`}
        </button>
      </div>
    </form>
  )
}

/** What is different afterwards, and whom it concerns. */
function Effects({ place, alias, from, to }: { place: Place; alias: string; from: number | null; to: number | null }) {
  const reads = useReads(place).data
  return (
    <section className="effects column" aria-label="What changes" aria-live="polite">
      <p>{to === null ? `Whoever asks for ${alias} gets an error from then on.` : from === null ? `Nobody has this alias yet. From now on ${alias} is version ${to}.` : from === to ? `${alias} is at version ${to} already.` : null}</p>
      {from !== null && to !== null && from !== to && <Changes place={place} from={from} to={to} />}
      {from !== null && reads !== undefined && from !== to && <p>{concerned(reads, alias)}</p>}
    </section>
  )
}

const most = 6

function Changes({ place, from, to }: { place: Place; from: number; to: number }) {
  const side = (version: number) => ({ path: place.path, selector: String(version) })
  const file = useDiff(place, side(from), side(to)).data?.files
  if (file === undefined) return <p className="quiet">Comparing the two versions…</p>
  if (file.length === 0) return <p>Both versions have the same text.</p>
  const all = sentences(file[0]!.meaning ?? [])
  return (
    <>
      <p className="row">
        <span className="grow">{to < from ? `Back from version ${from} to version ${to}:` : `From version ${from} to version ${to}:`}</span>
        <Counts added={file[0]!.added ?? 0} removed={file[0]!.removed ?? 0} />
        <Link href={compareLink(place.project, `${place.path}@${from}`, `${place.path}@${to}`)}>Compare</Link>
      </p>
      {all.length === 0 ? <p className="quiet">Words only: no variable, merge point or model setting changes.</p> : <Sentences all={all.slice(0, most)} />}
      {all.length > most && <p className="quiet">And {all.length - most} more.</p>}
    </>
  )
}
