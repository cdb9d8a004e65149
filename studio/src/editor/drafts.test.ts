import { beforeEach, expect, test } from 'vitest'
import { dropDraft, keepDraft, keptDraft } from './drafts'

beforeEach(() => localStorage.clear())

test('what was typed is there again, with the text that it began from', () => {
  keepDraft('prompts', 'a/b', { source: 'typed', blob: '1' }, 'committed')
  expect(keptDraft('prompts', 'a/b', 'committed')).toEqual({ source: 'typed', blob: '1' })
  expect(keptDraft('prompts', 'a/c', 'committed')).toBeNull()
})

test('a text that equals what is committed is no draft', () => {
  keepDraft('prompts', 'a', { source: 'typed', blob: '1' }, 'committed')
  expect(keptDraft('prompts', 'a', 'typed')).toBeNull()
  keepDraft('prompts', 'a', { source: 'committed', blob: '1' }, 'committed')
  expect(localStorage.length).toBe(0)
})

test('a dropped draft is gone', () => {
  keepDraft('prompts', 'a', { source: 'typed', blob: '1' }, 'committed')
  dropDraft('prompts', 'a')
  expect(keptDraft('prompts', 'a', 'committed')).toBeNull()
})
