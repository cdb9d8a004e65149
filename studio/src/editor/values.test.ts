import { expect, test } from 'vitest'
import { asked, parsed, sent, written } from './values'

test('numbers, truth values, lists and objects are sent as such, all else as text', () => {
  expect(sent({ a: '1', b: 'true', c: '[1, 2]', d: '{"x": 1}', e: 'Ann', f: '1 apple', g: 'null' })).toEqual({ a: 1, b: true, c: [1, 2], d: { x: 1 }, e: 'Ann', f: '1 apple', g: 'null' })
})

test('what is empty is not given', () => expect(sent({ a: '' })).toEqual({}))

test('a value that is shown reads back as it is', () => {
  for (const value of [1, true, 'text', '1', 'true', '"quoted"', [1], { a: 1 }, '']) expect(parsed(written(value))).toEqual(value)
})

test('an empty audience asks for nothing', () => {
  expect(asked({ tenant: ' ', features: ' , ', agent: '', user: '' })).toEqual({})
  expect(asked({ tenant: 'acme', features: 'billing, returns', agent: 'triage', user: 'Hi' })).toEqual({ tenant: 'acme', features: ['billing', 'returns'], agent: 'triage', user: 'Hi' })
})
