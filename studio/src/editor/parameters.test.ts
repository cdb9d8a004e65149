import { expect, test } from 'vitest'
import { declared, parametersOf } from './parameters'

test('the short form and a schema say the same', () => {
  const expected = [
    { name: 'a', type: 'string', required: true, isDeclared: true },
    { name: 'b', type: 'integer', required: false, isDeclared: true, fallback: 3, choices: [1, 3] },
  ]
  expect(parametersOf({ variables: { a: { type: 'string', required: true }, b: { type: 'integer', default: 3, enum: [1, 3] } } }, [])).toEqual(expected)
  expect(parametersOf({ variables: { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { type: 'integer', default: 3, enum: [1, 3] } } } }, [])).toEqual(expected)
})

test('what the text reads comes after what is declared, each name once', () => {
  expect(parametersOf({ variables: { a: {} } }, ['b', 'a']).map(({ name, isDeclared }) => [name, isDeclared])).toEqual([['a', true], ['b', false]])
  expect(parametersOf(null, ['b'])).toHaveLength(1)
})

test('odd declarations do no harm', () => {
  for (const variables of [null, 3, 'x', [], { a: null }, { a: 1 }, { properties: 3 }]) expect(parametersOf({ variables }, ['z']).at(-1)?.name).toBe('z')
})

test('a variable is declared in the form that is there', () => {
  expect(declared(undefined, 'a')).toEqual({ a: { type: 'string' } })
  expect(declared({ type: 'object', properties: { b: {} } }, 'a')).toEqual({ type: 'object', properties: { b: {}, a: { type: 'string' } } })
})
