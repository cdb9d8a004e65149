import { expect, test } from 'vitest'
import { below, inChunks, plan, refusal, relativePaths, tooMany } from './plan'

test('the folder that was chosen is no part of the paths', () => {
  expect(relativePaths(['mine/a/one.md', 'mine/two.md'])).toEqual(['a/one.md', 'two.md'])
  expect(relativePaths(['one.md', 'mine/two.md'])).toEqual(['one.md', 'mine/two.md'])
  expect(relativePaths(['a/one.md', 'b/two.md'])).toEqual(['a/one.md', 'b/two.md'])
  expect(relativePaths([])).toEqual([])
})

test('all goes below a folder that somebody names', () => {
  expect(below(' /team/x/ ', 'a/one.md')).toBe('team/x/a/one.md')
  expect(below('', 'one.md')).toBe('one.md')
})

test('hidden and huge files are left out, with the reason', () => {
  expect(refusal('a/.git/config', 1)).toBe('begins with a dot')
  expect(refusal('a/b.md', 20_000_000)).toBe('has more than 10 MiB')
  expect(refusal('a/b.md', 10_485_760)).toBeUndefined()
  expect(tooMany(50_000)).toBeUndefined()
  expect(tooMany(50_001)).toContain('50,001')
})

test('files are new, changed or as they are, and what is somewhere else stays out of it', () => {
  const there = [{ path: 'a', blob: '1' }, { path: 'b', blob: '2' }, { path: 'z', blob: '9' }]
  const planned = plan([{ path: 'a', blob: '1' }, { path: 'b', blob: '3' }, { path: 'd', blob: '1' }, { path: 'c', blob: '4' }, { path: '.e', why: 'begins with a dot' }], there)
  expect(planned.map(({ path, fate }) => `${path} ${fate}`)).toEqual(['c new', 'd new', 'b changed', '.e left out', 'a unchanged'])
})

test('chunks stay below the limit, and what is larger stands alone', () => {
  expect(inChunks([3, 3, 3, 20, 1], size => size, 6)).toEqual([[3, 3], [3], [20], [1]])
  expect(inChunks([], () => 1, 6)).toEqual([])
})
