import { expect, test } from 'vitest'
import { isEmpty, marked, readQuery, writeQuery } from './query'

test('an address says the words and the filters, and is read as it was written', () => {
  const query = { q: '"refund order" -not', filters: { tag: 'a&b', folder: 'x/y' } }
  expect(readQuery(writeQuery(query))).toEqual(query)
})

test('an empty search has an empty address, and other parameters are not taken', () => {
  expect(writeQuery({ q: '', filters: { tag: '' } })).toBe('')
  expect(readQuery('?evil=1&tag=')).toEqual({ q: '', filters: {} })
  expect(isEmpty(readQuery('?q=%20'))).toBe(true)
  expect(isEmpty(readQuery('?tag=x'))).toBe(false)
})

test('the words are marked and nothing of the text is lost', () => {
  const parts = marked('to refund an order', [{ start: 3, length: 6 }, { start: 13, length: 5 }])
  expect(parts.map(({ text }) => text).join('')).toBe('to refund an order')
  expect(parts.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['refund', 'order'])
})

test('spans that overlap or leave the text are left out', () => {
  expect(marked('abc', [{ start: 0, length: 2 }, { start: 1, length: 1 }, { start: 2, length: 9 }])).toEqual([{ text: 'ab', mark: true }, { text: 'c', mark: false }])
})
