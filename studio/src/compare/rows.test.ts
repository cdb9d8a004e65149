import { expect, test } from 'vitest'
import { pairs, parts, type Line, type Part, type Row, type Section } from './rows'

const line = (kind: string, text = kind): Line => ({ kind, text })
const same = (many: number) => Array.from({ length: many }, (_, index) => line('same', `same ${index}`))
const section = (lines: Line[], oldLine = 1, newLine = 1): Section => ({ oldLine, newLine, lines })
const shape = (all: Part[]) => all.map(part => (part.kind === 'gap' ? `gap ${part.lines}` : `${part.kind} ${part.rows.length}`))

test('lines count on the sides that they stand on', () => {
  const [part] = parts([section([line('same'), line('removed'), line('added'), line('added'), line('same')], 1, 1)])
  expect((part as { rows: Row[] }).rows.map(row => [row.old, row.new])).toEqual([[1, 1], [2, null], [null, 2], [null, 3], [3, 4]])
})

test('three lines stay around a change, longer unchanged stretches are folded', () => {
  expect(shape(parts([section([...same(20), line('added'), ...same(20), line('removed'), ...same(20)])]))).toEqual(['fold 17', 'rows 7', 'fold 14', 'rows 7', 'fold 17'])
})

test('a stretch that is hardly longer is not folded', () => {
  expect(shape(parts([section([line('added'), ...same(9), line('removed')])]))).toEqual(['rows 11'])
  expect(shape(parts([section([line('added'), ...same(10), line('removed')])]))).toEqual(['rows 4', 'fold 4', 'rows 4'])
})

test('lines that were not sent are counted', () => {
  expect(shape(parts([section([line('added')], 11, 11), section([line('removed')], 31, 32)]))).toEqual(['gap 10', 'rows 1', 'gap 20', 'rows 1'])
})

test('no line is lost by folding', () => {
  const lines = [...same(30), line('added'), ...same(5), line('removed'), line('added'), ...same(50)]
  const told = parts([section(lines)]).flatMap(part => (part.kind === 'gap' ? [] : part.rows.map(row => row.line)))
  expect(told).toEqual(lines)
})

test('what was removed stands beside what came in its place', () => {
  const rows = [line('same'), line('removed', 'a'), line('removed', 'b'), line('added', 'c'), line('same')].map(one => ({ line: one, old: 1, new: 1 }))
  expect(pairs(rows).map(pair => pair.map(row => row?.line.text ?? null))).toEqual([['same', 'same'], ['a', 'c'], ['b', null], ['same', 'same']])
})
