import { expect, test } from 'vitest'
import { noteOpened, recent, withOpened } from './recent'

const at = (path: string) => ({ project: 'p', path, at: '2026-01-01T00:00:00Z' })

test('what was opened last stands first, and once', () => {
  expect(withOpened([at('a'), at('b')], at('b')).map(({ path }) => path)).toEqual(['b', 'a'])
})

test('the same path of another project is another prompt', () => expect(withOpened([at('a')], { ...at('a'), project: 'q' })).toHaveLength(2))

test('the same prompt of another branch stands by itself', () => expect(withOpened([at('a')], { ...at('a'), branch: 'try' })).toHaveLength(2))

test('the list has an end', () => {
  const long = Array.from({ length: 30 }, (_, index) => at(String(index)))
  expect(withOpened(long, at('new'))).toHaveLength(12)
})

test('this browser remembers', () => {
  noteOpened({ project: 'p', path: 'x' }, new Date('2026-02-02T10:00:00Z'))
  expect(recent()[0]).toEqual({ project: 'p', path: 'x', at: '2026-02-02T10:00:00.000Z' })
})
