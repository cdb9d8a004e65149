import { useState } from 'react'
import { count } from '../lib/text'
import { marked } from './marked'
import { pairs, type Line, type Part, type Row } from './rows'

export type View = 'sides' | 'inline'

// More rows than that are drawn when somebody asks for them.
const most = 1500

/** The lines of a compared file, with long unchanged stretches folded. */
export function Lines({ all, view }: { all: Part[]; view: View }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const [limit, setLimit] = useState(most)
  const columns = view === 'sides' ? 4 : 3
  let drawn = 0

  return (
    <table className={`lines lines-${view}`}>
      <caption className="hidden-text">Lines before and after</caption>
      <colgroup>
        <col className="number" />
        <col className={view === 'sides' ? 'half' : 'number'} />
        {view === 'sides' && <col className="number" />}
        <col />
      </colgroup>
      {all.map((part, index) => {
        if (drawn >= limit) return null
        if (part.kind === 'gap') return <Fold key={index} columns={columns} text={count(part.lines, 'unchanged line')} />
        if (part.kind === 'fold' && !opened.has(index)) return <Fold key={index} columns={columns} text={`Show ${count(part.rows.length, 'unchanged line')}`} open={() => setOpened(new Set([...opened, index]))} />
        const rows = part.rows.slice(0, limit - drawn)
        drawn += rows.length
        return view === 'sides' ? <Sides key={index} rows={rows} /> : <Inline key={index} rows={rows} />
      })}
      {drawn >= limit && <Fold columns={columns} text="Show more lines" open={() => setLimit(limit + most)} />}
    </table>
  )
}

function Fold({ columns, text, open }: { columns: number; text: string; open?: () => void }) {
  return (
    <tbody>
      <tr className="fold-row">
        <td colSpan={columns}>
          {open === undefined ? (
            text
          ) : (
            <button type="button" className="plain small" onClick={open}>
              {text}
            </button>
          )}
        </td>
      </tr>
    </tbody>
  )
}

function Inline({ rows }: { rows: Row[] }) {
  return (
    <tbody>
      {rows.map(({ line, old, new: now }, index) => (
        <tr key={index} className={line.kind} {...start(line, rows[index - 1]?.line)}>
          <td className="number">{old}</td>
          <td className="number">{now}</td>
          <td className="line">
            <Words line={line} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function Sides({ rows }: { rows: Row[] }) {
  const both = pairs(rows)
  return (
    <tbody>
      {both.map(([before, after], index) => (
        <tr key={index} {...start((before ?? after)!.line, (both[index - 1]?.[0] ?? both[index - 1]?.[1])?.line)}>
          <td className="number">{before?.old}</td>
          <Half row={before} />
          <td className="number">{after?.new}</td>
          <Half row={after} />
        </tr>
      ))}
    </tbody>
  )
}

const Half = ({ row }: { row: Row | null }) => <td className={row === null ? 'line none' : `line ${row.line.kind}`}>{row !== null && <Words line={row.line} />}</td>

// The first line of each change can be jumped to.
const start = (line: Line, before: Line | undefined) => (line.kind !== 'same' && (before === undefined || before.kind === 'same') ? { 'data-change': '', tabIndex: -1 } : {})

const signs: Record<string, [string, string]> = { added: ['+', 'added: '], removed: ['−', 'removed: '] }

function Words({ line }: { line: Line }) {
  const [sign, told] = signs[line.kind] ?? [' ', '']
  return (
    <>
      <span className="sign" aria-hidden="true">
        {sign}
      </span>
      {told !== '' && <span className="hidden-text">{told}</span>}
      {marked(line.text.replace(/\r$/, ''), line.words ?? []).map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text))}
    </>
  )
}
