import { expect, test } from 'vitest'
import { groupsBy, movesInMessages, planMoves, promptOf, reversed } from './moves'

const file = (path: string) => ({ path, blob: `blob of ${path}`, role: 'prompt' })
const files = [file('a/one.prompt.md'), file('a/two.prompt.yml'), file('b/one.prompt.md'), { path: 'a/logo.png', blob: 'x', role: 'asset' }]

test('a prompt is called as its file without the ending, a text file with it', () => {
  expect(promptOf('a/one.prompt.md')).toBe('a/one')
  expect(promptOf('a/two.PROMPT.YML')).toBe('a/two')
  expect(promptOf('a/readme.md')).toBe('a/readme.md')
})

test('prompts go to a folder with the endings of their files, and to the top', () => {
  expect(planMoves(files, ['a/two'], 'b')).toEqual([{ from: 'a/two.prompt.yml', to: 'b/two.prompt.yml', blob: 'blob of a/two.prompt.yml' }])
  expect(planMoves(files, ['a/two'], '').map(({ to }) => to)).toEqual(['two.prompt.yml'])
})

test('what is in the folder already does not move', () => expect(planMoves(files, ['a/one', 'a/two'], 'a')).toEqual([]))

test('nothing moves where something is in the way, by whatever ending or case', () => {
  expect(() => planMoves(files, ['a/two', 'a/one'], 'b')).toThrow('There is a prompt b/one already.')
  expect(() => planMoves([file('a/one.prompt.md'), file('B/ONE.prompt.yml')], ['a/one'], 'b')).toThrow('b/one')
})

test('two of one name cannot both go to one folder', () => expect(() => planMoves(files, ['a/one', 'b/one'], 'c')).toThrow('c/one'))

test('moves go into as many messages as the limit asks for, each with its title', () => {
  const moves = planMoves(files, ['a/one', 'a/two'], 'c')
  expect(movesInMessages('Move', moves, 1000)).toEqual([{ message: 'Move\n\nQuire-Move: a/one.prompt.md => c/one.prompt.md\nQuire-Move: a/two.prompt.yml => c/two.prompt.yml', moves }])
  expect(movesInMessages('Move', moves, 60).map(part => part.moves.length)).toEqual([1, 1])
})

test('the way back is the same moves turned round', () => expect(reversed([{ from: 'a', to: 'b', blob: 'x' }])).toEqual([{ from: 'b', to: 'a', blob: 'x' }]))

test('groups have the same before, and nothing is a group of its own', () =>
  expect(groupsBy([{ c: 'x' }, { c: null }, { c: 'x' }, {}] as { c?: string | null }[], item => item.c)).toEqual([[{ c: 'x' }, { c: 'x' }], [{ c: null }, {}]]))
