import { expect, test } from 'vitest'
import { byBase } from './bases'

test('bases are told by path, with their layers from the lowest to the highest', () => {
  const prompts = [
    { path: 'b' },
    { path: 'x', extends: 'b', layer: 'agent' },
    { path: 'y', extends: 'b', layer: 'system' },
    { path: 'z', extends: 'b', layer: 'agent' },
    { path: 'w', extends: 'other/a', layer: 'tenant' },
    { path: 'alone' },
  ]
  expect(byBase(prompts)).toEqual([
    { path: 'b', isHere: true, layers: [{ layer: 'system', many: 1 }, { layer: 'agent', many: 2 }] },
    { path: 'other/a', isHere: false, layers: [{ layer: 'tenant', many: 1 }] },
  ])
})
