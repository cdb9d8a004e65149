import { useId, useState } from 'react'
import { taken, type Choice, type Piece } from './pieces'
import type { Sides } from './Resolver'

type Props = { piece: Piece; number: number; of: number; choice: Choice | undefined; onChoice: (choice: Choice) => void; sides: Sides }

/** A place where both sides changed the same lines. */
export function Conflict({ piece, number, of, choice, onChoice, sides }: Props) {
  const [base, setBase] = useState(false)
  const title = useId()
  return (
    <section className="conflict" data-open={choice === undefined} aria-labelledby={title}>
      <div className="row conflict-head">
        <h4 id={title} className="grow">
          Conflict {number} of {of}
        </h4>
        <button type="button" className="plain small" aria-expanded={base} onClick={() => setBase(!base)}>
          {base ? 'Hide what it was' : 'Show what it was'}
        </button>
      </div>
      {base && <Side name="Before both changes" text={piece.base} chosen={false} />}
      <div className="sides">
        <Side name={sides.ours} text={piece.ours} chosen={choice?.take === 'ours' || choice?.take === 'both'} />
        <Side name={sides.theirs} text={piece.theirs} chosen={choice?.take === 'theirs' || choice?.take === 'both'} />
      </div>
      <Choosing choice={choice} onChoice={onChoice} sides={sides} start={() => taken(piece, choice ?? { take: 'both' })} />
    </section>
  )
}

function Side({ name, text, chosen }: { name: string; text: string; chosen: boolean }) {
  return (
    <div className={chosen ? 'side-text chosen' : 'side-text'}>
      <p className="small quiet">{name}</p>
      {text === '' ? <p className="quiet">No lines here.</p> : <pre className="text">{text.replace(/\n$/, '')}</pre>}
    </div>
  )
}

/** The buttons of a choice, and the field for a text of one's own. */
export function Choosing({ choice, onChoice, sides, start }: { choice: Choice | undefined; onChoice: (choice: Choice) => void; sides: Sides; start: () => string }) {
  const took = choice?.take
  return (
    <>
      <div className="row choices" role="group" aria-label="What to take">
        <button type="button" aria-pressed={took === 'ours'} onClick={() => onChoice({ take: 'ours' })}>
          Take {sides.ours}
        </button>
        <button type="button" aria-pressed={took === 'theirs'} onClick={() => onChoice({ take: 'theirs' })}>
          Take {sides.theirs}
        </button>
        <button type="button" aria-pressed={took === 'both'} onClick={() => onChoice({ take: 'both' })}>
          Take both
        </button>
        <button type="button" aria-pressed={took === 'edited'} onClick={() => took !== 'edited' && onChoice({ take: 'edited', text: start() })}>
          Edit
        </button>
      </div>
      {choice?.take === 'edited' && (
        <textarea
          className="field edited"
          aria-label="The text to take"
          spellCheck={false}
          rows={Math.min(16, choice.text.split('\n').length + 1)}
          value={choice.text}
          onChange={event => onChoice({ take: 'edited', text: event.target.value })}
        />
      )}
    </>
  )
}
