import { expect, test } from 'vitest'
import { segments, told } from './segments'

const span = (start: number, length: number, layer = 0) => ({ start, length, layer })

test('the pieces together are the text, whatever the spans say', () => {
  for (const spans of [[], [span(0, 3)], [span(2, 2), span(0, 1)], [span(1, 9), span(2, 2)], [span(50, 5)], [span(3, 0)]]) {
    expect(segments('hello', spans).map(piece => piece.text).join('')).toBe('hello')
  }
})

test('a piece knows who wrote it, and what nobody is named for has none', () => {
  expect(segments('abcd', [span(1, 2, 7)]).map(({ text, span: by }) => [text, by?.layer])).toEqual([['a', undefined], ['bc', 7], ['d', undefined]])
})

test('it is told in words where a piece comes from', () => {
  const layers = [{ layer: 'base' }, { layer: 'tenant', scope: 'acme', path: 'layers/acme', version: 3 }]
  expect(told({ ...span(0, 1, 1), mergePoint: 'safety', variable: 'tone' }, layers)).toBe('tenant, acme, layers/acme version 3, merge point safety, variable tone')
})
