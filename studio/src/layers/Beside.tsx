import { count } from '../lib/text'
import { changes, compareLines, difference, folded, type Row } from './lines'
import './beside.css'

/** Two texts beside each other, line by line, with what differs inside a line. On a phone the lines of both stand below each other. */
export function Beside({ left, right, leftName, rightName }: { left: string; right: string; leftName: string; rightName: string }) {
  const rows = compareLines(left, right)
  const many = changes(rows)
  return (
    <>
      <p role="status" className="pad">
        {many === 0 ? 'The composed text would be the same.' : `${count(many, 'line')} of the composed text would differ.`}
      </p>
      {many > 0 && (
        <div className="beside" role="table" aria-label={`${leftName} beside ${rightName}`}>
          <div role="row" className="beside-row beside-head small quiet">
            <span role="columnheader">{leftName}</span>
            <span role="columnheader">{rightName}</span>
          </div>
          {folded(rows).map((row, at) =>
            row.kind === 'gap' ? (
              <div key={at} role="row" className="beside-gap quiet small">
                <span role="cell">{count(row.rows, 'equal line')}</span>
              </div>
            ) : (
              <div key={at} role="row" className={`beside-row ${row.kind}`}>
                <Side row={row} side="left" />
                <Side row={row} side="right" />
              </div>
            ),
          )}
        </div>
      )}
    </>
  )
}

function Side({ row, side }: { row: Row; side: 'left' | 'right' }) {
  const text = row[side]
  if (text === undefined) return <span role="cell" className="beside-side none" />
  const look = row.kind === 'same' ? '' : side === 'left' ? ' removed' : ' added'
  return (
    <span role="cell" className={`beside-side text${look}`}>
      <span className="beside-sign">{look === '' ? ' ' : side === 'left' ? '-' : '+'}</span>
      {row.kind === 'changed' ? <Marked text={text} from={row} side={side} /> : text}
    </span>
  )
}

function Marked({ text, from, side }: { text: string; from: Row; side: 'left' | 'right' }) {
  const { start, [side]: length } = difference(from.left ?? '', from.right ?? '')
  return (
    <>
      {text.slice(0, start)}
      {length > 0 && <mark>{text.slice(start, start + length)}</mark>}
      {text.slice(start + length)}
    </>
  )
}
