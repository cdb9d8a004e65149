import { expect, test } from 'vitest'
import type { Reads } from './load'
import { concerned, readsOf } from './reads'

const item = (version: number, alias: string | null, key: string, many: number) => ({ day: '2026-11-01', version, alias, key, count: many })
const reads = (items: Reads['items'], truncated = false): Reads => ({ from: '', to: '', total: 0, items, truncated })
const some = reads([item(1, 'production', 'a', 3), item(1, 'production', 'b', 4), item(2, 'production', 'a', 5), item(2, null, 'c', 7)])

test('reads are counted by alias and by version', () => {
  expect(readsOf(some, { alias: 'production' })).toEqual({ reads: 12, keys: 2 })
  expect(readsOf(some, { version: 2 })).toEqual({ reads: 12, keys: 2 })
  expect(readsOf(some, { alias: 'production', version: 2 })).toEqual({ reads: 5, keys: 1 })
})

test('it is told whom a move concerns', () => {
  expect(concerned(some, 'production')).toBe('12 reads as production in the last 30 days, by 2 keys. They get the other text from then on.')
  expect(concerned(some, 'staging')).toBe('Nobody has read this prompt as staging in the last 30 days.')
  expect(concerned({ ...some, truncated: true }, 'production')).toMatch(/^At least 12 reads/)
})
