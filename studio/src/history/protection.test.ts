import { expect, test } from 'vitest'
import { protecting } from './protection'

test.each([
  ['production', 'production', true],
  ['production', 'prod*', true],
  ['eu-production', '*production', true],
  ['prod-eu-1', 'prod*eu*1', true],
  ['staging', 'prod*', false],
  ['production2', 'production', false],
  ['aba', 'ab*ba', false],
  ['x', '*', true],
])('%s beside %s: %s', (alias, pattern, isProtected) => {
  expect(protecting(alias, [pattern]) !== undefined).toBe(isProtected)
})
