import { expect, test } from 'vitest'
import { told } from './Standing'

test.each([
  [0, 0, 'trial and main stand at the same commit.'],
  [1, 0, 'trial has 1 commit that main has not.'],
  [0, 2, 'main has 2 commits that trial has not.'],
  [3, 1, 'trial has 3 commits that main has not, and main has 1 commit that trial has not.'],
])('%i ahead and %i behind', (ahead, behind, sentence) => {
  expect(told('trial', 'main', ahead, behind)).toBe(sentence)
})
