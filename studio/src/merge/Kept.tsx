import { useState } from 'react'
import { count } from '../lib/text'
import type { Piece } from './pieces'
import type { Sides } from './Resolver'

const around = 3
const fewest = 4

/** A piece that needs no choice: the same on both sides, or changed on one of them only. Long unchanged ones are folded. */
export function Kept({ piece, sides }: { piece: Piece; sides: Sides }) {
  const [whole, setWhole] = useState(false)
  const text = piece.kind === 'theirs' ? piece.theirs : piece.ours
  if (piece.kind !== 'same') return <Changed text={text} name={piece.kind === 'theirs' ? sides.theirs : sides.ours} />
  const lines = text.replace(/\n$/, '').split('\n')
  const folded = lines.length - 2 * around
  if (whole || folded < fewest) return <pre className="text kept">{lines.join('\n')}</pre>
  return (
    <>
      <pre className="text kept">{lines.slice(0, around).join('\n')}</pre>
      <button type="button" className="plain small fold" onClick={() => setWhole(true)}>
        Show {count(folded, 'unchanged line')}
      </button>
      <pre className="text kept">{lines.slice(-around).join('\n')}</pre>
    </>
  )
}

function Changed({ text, name }: { text: string; name: string }) {
  return (
    <div className="kept-changed">
      <p className="quiet small">{text === '' ? `Removed by ${name}` : `Taken from ${name}`}</p>
      {text !== '' && <pre className="text kept">{text.replace(/\n$/, '')}</pre>}
    </div>
  )
}
