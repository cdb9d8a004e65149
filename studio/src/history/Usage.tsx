import { count } from '../lib/text'
import { ago, exactly } from '../lib/time'
import { Failed } from '../ui/states'
import { readsOf } from './reads'
import { useReads, useRuns, type Place } from './load'

/** Who used a version: the runs that recorded it, and how it was read. */
export function Usage({ place, version }: { place: Place; version: number }) {
  const runs = useRuns(place, version)
  const reads = useReads(place).data
  if (runs.error) return <Failed error={runs.error} again={() => void runs.refetch()} />
  const items = runs.data?.items
  return (
    <section className="usage" aria-label={`Usage of version ${version}`}>
      {reads !== undefined && <p>{told(readsOf(reads, { version }))}</p>}
      {items?.length === 0 && <p className="quiet">No evaluation, experiment or deployment has recorded this version.</p>}
      <ul>
        {items?.map(run => (
          <li key={run.id} className="row">
            <span className="chip">{run.kind}</span>
            <span className="grow cut">{run.title ?? run.id}</span>
            <time className="quiet small" dateTime={run.createdAt} title={exactly(new Date(run.createdAt))}>
              {ago(new Date(run.createdAt), new Date())}
            </time>
          </li>
        ))}
      </ul>
      {runs.data?.next != null && <p className="quiet">These are the newest {items?.length} runs.</p>}
    </section>
  )
}

const told = ({ reads, keys }: { reads: number; keys: number }) => (reads === 0 ? 'Not read in the last 30 days.' : `${count(reads, 'read')} in the last 30 days, by ${count(keys, 'key')}.`)
