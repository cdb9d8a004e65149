import { useRef } from 'react'
import type { MergedFile } from '../api/errors'
import { count } from '../lib/text'
import { Conflict } from './Conflict'
import { Kept } from './Kept'
import { placeOf, placesOf } from './pieces'
import type { Settling } from './resolution'
import { WholeFile } from './WholeFile'
import './merge.css'

/** What people call the two sides, as in `Yours` and `Committed by Ann`. */
export type Sides = { ours: string; theirs: string }

/** Shows the files of a merge piece by piece and asks for a choice wherever two changes met. The one who uses it adds the button that commits. */
export function Resolver({ settling, sides }: { settling: Settling; sides: Sides }) {
  const place = useRef<HTMLDivElement>(null)
  const { open, all, files } = settling

  function next() {
    const first = place.current?.querySelector<HTMLElement>('[data-open="true"]')
    first?.scrollIntoView({ block: 'nearest' })
    first?.querySelector<HTMLElement>('button')?.focus()
  }

  return (
    <div ref={place} className="resolver">
      <div className="row resolver-head">
        <p role="status" className="grow">
          {open === 0 ? 'Everything is settled.' : `${count(open, 'place')} of ${all} to settle.`}
        </p>
        {open > 0 && (
          <>
            <button type="button" onClick={next}>
              Go to the next one
            </button>
            <button type="button" onClick={() => settling.chooseRest('ours')}>
              Take the rest from {sides.ours}
            </button>
            <button type="button" onClick={() => settling.chooseRest('theirs')}>
              Take the rest from {sides.theirs}
            </button>
          </>
        )}
      </div>
      {files.map(file => (
        <File key={file.path} file={file} settling={settling} sides={sides} />
      ))}
    </div>
  )
}

function File({ file, settling, sides }: { file: MergedFile; settling: Settling; sides: Sides }) {
  const places = placesOf(file)
  const choose = (place: string) => (choice: Parameters<Settling['choose']>[1]) => settling.choose(place, choice)
  if (places[0] === placeOf(file)) return <WholeFile file={file} choice={settling.choices[places[0]]} onChoice={choose(places[0])} sides={sides} />
  return (
    <section className="merged-file" aria-label={file.path}>
      <h3 className="mono">{file.path}</h3>
      {file.pieces.length === 0 && <pre className="text kept">{file.content}</pre>}
      {file.pieces.map((piece, index) => {
        const at = placeOf(file, index)
        if (piece.kind !== 'conflict') return <Kept key={index} piece={piece} sides={sides} />
        return <Conflict key={index} piece={piece} number={places.indexOf(at) + 1} of={places.length} choice={settling.choices[at]} onChoice={choose(at)} sides={sides} />
      })}
    </section>
  )
}
