import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { editorLink } from '../../app/links'
import { promptOf } from '../moves'
import { count, shorten } from '../../lib/text'
import type { Parcel } from './parcel'
import type { Report } from './send'

const shownFirst = 200
const pathShown = 80

type Item = Report['items'][number]
type Fate = 'new' | 'changed' | 'unchanged' | 'left out' | 'broken'
const fates: Fate[] = ['new', 'changed', 'unchanged', 'left out', 'broken']
const fateOf: Record<string, Fate> = { created: 'new', updated: 'changed', unchanged: 'unchanged', skipped: 'left out', failed: 'broken' }
const order: Fate[] = ['broken', 'new', 'changed', 'left out', 'unchanged']

/** What an import would do, or did: how many of each, and one by one; what is broken first. */
export function Outcome({ project, branch, parcel, report }: { project: string; branch?: string | undefined; parcel: Parcel; report: Report }) {
  const [only, setOnly] = useState<Fate>()
  const all = useMemo(() => listed(parcel, report), [parcel, report])
  const shown = only === undefined ? all : all.filter(({ fate }) => fate === only)
  const many = (fate: Fate) => all.filter(item => item.fate === fate).length
  return (
    <>
      <div className="row tallies">
        {fates.map(fate => (
          <button key={fate} type="button" className="tally" aria-pressed={only === fate} disabled={many(fate) === 0} onClick={() => setOnly(only === fate ? undefined : fate)}>
            <strong>{many(fate).toLocaleString('en')}</strong> {fate}
          </button>
        ))}
      </div>
      <ul className="panel lines outcome" aria-label="Items">
        {shown.slice(0, shownFirst).map(({ item, fate }, index) => (
          <Line key={index} project={project} branch={branch} item={item} fate={fate} isDone={!report.dryRun} />
        ))}
        {shown.length > shownFirst && <li className="quiet">and {count(shown.length - shownFirst, 'more item')}</li>}
      </ul>
    </>
  )
}

function Line({ project, branch, item, fate, isDone }: { project: string; branch: string | undefined; item: Item; fate: Fate; isDone: boolean }) {
  const name = item.path || item.name || item.place || 'without a name'
  const versions = item.versions ?? []
  return (
    <li className={fate === 'broken' ? 'broken' : undefined}>
      <div className="row">
        <span className="grow cut mono" title={name}>
          {isDone && item.path != null && fate !== 'left out' ? <Link href={editorLink(project, promptOf(item.path), branch)}>{shorten(name, pathShown)}</Link> : shorten(name, pathShown)}
        </span>
        {item.place != null && item.place !== name && <span className="quiet small cut wide-only">{item.place}</span>}
        <span className={fate === 'broken' ? 'small bad-text' : 'quiet small'}>
          {fate === 'left out' && item.reason ? `left out: ${item.reason}` : fate}
          {versions.length > 0 && `, ${versions.length === 1 ? `version ${versions[0]}` : `versions ${versions[0]} to ${versions.at(-1)}`}`}
        </span>
      </div>
      {fate === 'broken' && (
        <div className="small why">
          {(item.diagnostics ?? []).map((finding, index) => (
            <p key={index}>
              {finding.line != null && <span className="mono">line {finding.line}: </span>}
              {finding.message}
              {finding.hint != null && <span className="quiet"> {finding.hint}</span>}
            </p>
          ))}
          {(item.diagnostics ?? []).length === 0 && (
            <p>
              {item.reason} {item.hint != null && <span className="quiet">{item.hint}</span>}
            </p>
          )}
        </div>
      )}
    </li>
  )
}

// What never was sent stands beside what was.
function listed({ left }: Parcel, { items }: Report): { item: Item; fate: Fate }[] {
  const all: { item: Item; fate: Fate }[] = [
    ...items.map(item => ({ item, fate: fateOf[item.result] ?? 'left out' })),
    ...left.map(({ path, why }) => ({ item: { name: path, path, result: 'skipped', reason: why }, fate: 'left out' as const })),
  ]
  return all.toSorted((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate))
}
