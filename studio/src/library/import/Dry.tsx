import { useMemo, useState } from 'react'
import { count, shorten } from '../../lib/text'
import type { Fate, Planned } from './plan'

const shownFirst = 200
const fates: Fate[] = ['new', 'changed', 'unchanged', 'left out']

/** What an import would do, file by file, and the button that does it. */
export function Dry({ planned, busy, bring }: { planned: Planned[]; busy: boolean; bring: (many: number) => void }) {
  const [only, setOnly] = useState<Fate>()
  const many = useMemo(() => new Map(fates.map(fate => [fate, planned.filter(file => file.fate === fate).length])), [planned])
  const shown = only === undefined ? planned : planned.filter(({ fate }) => fate === only)
  const writes = many.get('new')! + many.get('changed')!
  return (
    <section className="column" aria-label="What would happen">
      <div className="row dry-head">
        {fates.map(fate => (
          <button key={fate} type="button" className="tally" aria-pressed={only === fate} disabled={many.get(fate) === 0} onClick={() => setOnly(only === fate ? undefined : fate)}>
            <strong>{many.get(fate)!.toLocaleString('en')}</strong> {fate}
          </button>
        ))}
        <span className="grow" />
        <button type="button" className="primary" disabled={busy || writes === 0} onClick={() => bring(writes)}>
          {writes === 0 ? 'Nothing to import' : `Import ${count(writes, 'file')}`}
        </button>
      </div>
      <ul className="panel lines" aria-label="Files">
        {shown.slice(0, shownFirst).map(({ path, fate, why }) => (
          <li key={path}>
            <span className="grow cut mono" title={path}>
              {shorten(path, 90)}
            </span>
            <span className={fate === 'left out' ? 'small bad-text' : 'quiet small'}>{why === undefined ? fate : `left out: ${why}`}</span>
          </li>
        ))}
        {shown.length > shownFirst && <li className="quiet">and {count(shown.length - shownFirst, 'more file')}</li>}
      </ul>
    </section>
  )
}
