import { Link } from 'wouter'
import { commitLink } from '../app/links'
import { ago, exactly } from '../lib/time'
import type { Side } from './address'
import { Author } from '../app/Author'
import { useSide } from './load'

/** Which version stands on a side, and who wrote it when. */
export function SideHead({ place, side }: { place: { organisation: string; project: string }; side: Side }) {
  const { data } = useSide(place, side)
  if (data === undefined) return <div className="side-head" />
  const time = data.createdAt == null ? undefined : new Date(data.createdAt)
  return (
    <div className="side-head">
      <p className="row">
        <strong>{data.version == null ? 'No version yet' : `Version ${data.version}`}</strong>
        {data.aliases.map(alias => (
          <span key={alias} className="chip">
            {alias}
          </span>
        ))}
        {data.invalid && <span className="chip bad-text">does not parse</span>}
      </p>
      <p className="cut" title={data.message ?? undefined}>
        {data.message?.split('\n')[0]}
      </p>
      <p className="quiet small cut">
        {data.author != null && <Author name={data.author} />}
        {data.author != null && ', '}
        {time !== undefined && (
          <time dateTime={data.createdAt ?? undefined} title={exactly(time)}>
            {ago(time, new Date())}
          </time>
        )}{' '}
        <Link href={commitLink(place.project, data.commit)} className="mono">
          {data.commit.slice(0, 7)}
        </Link>
      </p>
    </div>
  )
}
