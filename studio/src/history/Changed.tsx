import { Link } from 'wouter'
import { compareLink } from '../app/links'
import { FileDiff } from '../compare/FileDiff'
import { useDiff } from '../compare/load'
import { sentences } from '../compare/meaning'
import { Sentences } from '../compare/Sentences'
import { Failed, Loading } from '../ui/states'
import type { Place } from './load'

/** What a version changed against the one before. */
export function Changed({ place, from, to }: { place: Place; from: number; to: number }) {
  const side = (version: number) => ({ path: place.path, selector: String(version) })
  const diff = useDiff(place, side(from), side(to))
  if (diff.data === undefined) return diff.error ? <Failed error={diff.error} /> : <Loading what="Comparing" />
  return (
    <div className="changed">
      {diff.data.files.length === 0 && <p className="quiet">The text is that of version {from}.</p>}
      {diff.data.files.map((file, index) => (
        <div key={index}>
          <Sentences all={sentences(file.meaning ?? [])} />
          <FileDiff file={file} view="inline" isAlone />
        </div>
      ))}
      <Link href={compareLink(place.project, `${place.path}@${from}`, `${place.path}@${to}`)} className="small">
        Compare side by side
      </Link>
    </div>
  )
}
