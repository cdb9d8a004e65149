import { Ban, Check, Lock, Minus, Replace } from 'lucide-react'
import { useState, type CSSProperties } from 'react'
import type { Finding } from '../api/errors'
import { shorten } from '../lib/text'
import { Coded } from '../ui/Coded'
import { rove } from '../ui/roving'
import { lanes, order, outcome, piecesOf, shutBy, type Piece, type Point } from './story'

/** What is looked at: a merge point, and perhaps one piece of it. */
export type Chosen = { point: string; piece?: Piece }

type Props = { points: Point[]; refusals: Finding[]; chosen: Chosen | undefined; onChosen: (chosen: Chosen | undefined) => void }

const longestName = 24

/**
 * The stack of a base prompt: a row for each merge point in the order of the text, a lane for each layer from the lowest to the highest, and what comes
 * out of them. On a phone each row is a list of its own.
 */
export function Picture({ points, refusals, chosen, onChosen }: Props) {
  const shown = lanes(points)
  // One key leads into the table; arrows lead on from there.
  const [entry] = useState(() => points[0]?.mergePoint)
  return (
    <div className="picture" style={{ '--lanes': shown.length } as CSSProperties} role="table" aria-label="Who contributes what to which merge point" onKeyDown={rove}>
      <div role="rowgroup" className="lane-names">
        <div role="row" className="stack-row">
          <span role="columnheader">Merge point</span>
          {shown.map(layer => (
            <span key={layer} role="columnheader">
              <span className={`lane-name written layer-${layer}`}>{layer}</span>
            </span>
          ))}
          <span role="columnheader">What stands</span>
        </div>
      </div>
      <div role="rowgroup">
        {points.map(point => (
          <Row key={point.mergePoint} point={point} lanes={shown} refusals={refusals} chosen={chosen} onChosen={onChosen} isEntry={point.mergePoint === entry} />
        ))}
      </div>
    </div>
  )
}

type RowProps = Omit<Props, 'points'> & { point: Point; lanes: string[]; isEntry: boolean }

function Row({ point, lanes: shown, refusals, chosen, onChosen, isEntry }: RowProps) {
  const isChosen = chosen?.point === point.mergePoint
  const result = outcome(point, refusals)
  return (
    <div role="row" className={isChosen ? 'stack-row chosen' : 'stack-row'}>
      <span role="rowheader" className="point">
        <button
          type="button"
          className="plain point-name"
          tabIndex={isEntry ? 0 : -1}
          aria-pressed={isChosen && chosen.piece === undefined}
          title={point.mergePoint}
          onClick={() => onChosen(isChosen && chosen.piece === undefined ? undefined : { point: point.mergePoint })}
        >
          {shorten(point.mergePoint, longestName)}
        </button>
        <span className="quiet small">{rules(point)}</span>
      </span>
      {shown.map(layer => (
        <Lane key={layer} layer={layer} point={point} refusals={refusals} chosen={isChosen ? chosen.piece : undefined} onChosen={piece => onChosen(piece === undefined ? undefined : { point: point.mergePoint, piece })} />
      ))}
      <span role="cell" className={result === 'refused' ? 'result bad-text' : 'result'}>
        {result}
      </span>
    </div>
  )
}

const rules = ({ behavior, required, locked, user }: Point) => [user ? 'user text' : locked ? 'locked' : behavior, required ? 'required' : ''].filter(Boolean).join(', ')

type LaneProps = { layer: string; point: Point; refusals: Finding[]; chosen: Piece | undefined; onChosen: (piece: Piece | undefined) => void }

function Lane({ layer, point, refusals, chosen, onChosen }: LaneProps) {
  const pieces = piecesOf(point, layer, refusals)
  const closed = pieces.length === 0 ? closedTo(point, layer) : undefined
  return (
    <span role="cell" data-layer={layer} className={closed === undefined ? (pieces.length === 0 ? 'lane empty' : 'lane') : 'lane closed'}>
      {closed !== undefined && (
        <span className="shut quiet small" title={closed}>
          <Lock size={12} aria-hidden />
          <span className="hidden-text">{closed}</span>
        </span>
      )}
      {pieces.map((piece, index) => {
        const isChosen = chosen !== undefined && chosen.by === piece.by && chosen.path === piece.path
        return (
          <button
            key={index}
            type="button"
            tabIndex={-1}
            className={`piece ${piece.state} layer-${layer}`}
            aria-pressed={isChosen}
            title={`${piece.name}: ${piece.reason}`}
            onClick={() => onChosen(isChosen ? undefined : piece)}
          >
            {icons[piece.state]}
            <span className="hidden-text">{layer}</span>
            <span className="piece-name cut">{shorten(piece.name, longestName)}</span>
            <span className="hidden-text">
              {words[piece.state]}
              {piece.locks && ', locks this merge point'}
            </span>
            <span className="piece-reason">
              <Coded text={piece.reason} />
            </span>
            {piece.locks && layer !== 'base' && <Lock size={12} aria-hidden />}
          </button>
        )
      })}
    </span>
  )
}

const icons = {
  stands: <Check size={12} aria-hidden />,
  replaced: <Replace size={12} aria-hidden />,
  absent: <Minus size={12} aria-hidden />,
  refused: <Ban size={12} aria-hidden />,
}

// What became of a piece, in words.
const words = { stands: 'stands', replaced: 'replaced', absent: 'takes no part', refused: 'refused' }

// Why nothing can come from a layer; undefined where something could.
function closedTo(point: Point, layer: string): string | undefined {
  if (layer === 'base') return undefined
  if (point.user) return layer === 'user' ? undefined : `${point.mergePoint} takes user text only`
  if (layer === 'user') return undefined
  const shut = shutBy(point)
  return shut !== undefined && order.indexOf(shut) < order.indexOf(layer) ? `the ${shut} ${shut === 'base' ? 'prompt' : 'layer'} locks ${point.mergePoint}` : undefined
}
