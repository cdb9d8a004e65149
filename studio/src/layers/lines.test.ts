import { expect, test } from 'vitest'
import { changes, compareLines, difference, folded, type Row } from './lines'

const text = (rows: Row[], side: 'left' | 'right') => rows.flatMap(row => (row[side] === undefined ? [] : [row[side]])).join('\n')

// A small generator of its own, so that a failure can be told by its seed.
function random(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 8) % most
  }
}

test('the rows hold both texts, whatever they are', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = random(seed)
    const make = () => Array.from({ length: next(12) }, () => 'abc'[next(3)]).join('\n')
    const [left, right] = [make(), make()]
    const rows = compareLines(left, right)
    expect([text(rows, 'left'), text(rows, 'right')], `seed ${seed}`).toEqual([left, right])
    expect(changes(rows) === 0, `seed ${seed}`).toBe(left === right)
  }
})

test('a line that came, one that went and one that changed are told apart', () => {
  expect(compareLines('a\nb\nc', 'a\nx\nc\nd').map(row => row.kind)).toEqual(['same', 'changed', 'same', 'added'])
  expect(compareLines('a\nb\nc', 'a\nc').map(row => row.kind)).toEqual(['same', 'removed', 'same'])
})

test('texts too long to compare are still shown whole', () => {
  const [left, right] = ['x', 'y'].map(letter => Array.from({ length: 2500 }, (_, at) => `${letter}${at}`).join('\n')) as [string, string]
  const rows = compareLines(left, right)
  expect([text(rows, 'left'), text(rows, 'right')]).toEqual([left, right])
})

test('equal rows far from a change are counted, not shown', () => {
  const left = Array.from({ length: 20 }, (_, at) => `${at}`)
  const right = left.map((line, at) => (at === 10 ? 'new' : line))
  expect(folded(compareLines(left.join('\n'), right.join('\n'))).map(row => (row.kind === 'gap' ? row.rows : row.kind))).toEqual([7, 'same', 'same', 'same', 'changed', 'same', 'same', 'same', 6])
})

test('inside a line the part between equal ends differs', () => {
  expect(difference('say it twice', 'say it once')).toEqual({ start: 7, left: 3, right: 2 })
  expect(difference('aa', 'aaa')).toEqual({ start: 2, left: 0, right: 1 })
})
