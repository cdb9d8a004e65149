import { expect, test } from 'vitest'
import { sent } from './values'

test('numbers, truth values, lists and objects are sent as such, all else as text', () => {
  expect(sent({ a: '1', b: 'true', c: '[1, 2]', d: '{"x": 1}', e: 'Ann', f: '1 apple', g: 'null' })).toEqual({ a: 1, b: true, c: [1, 2], d: { x: 1 }, e: 'Ann', f: '1 apple', g: 'null' })
})

test('what is empty is not given', () => expect(sent({ a: '' })).toEqual({}))
