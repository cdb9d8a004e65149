import { expect, test } from 'vitest'
import { inOrder, pressed } from './sorting'
import { tagList } from './tagText'
import { around, growTree, shownLines } from './tree'

const tree = growTree([['a', 3], ['a/b', 2], ['a/b/c', 1], ['d', 1]])
const shown = (open: string[]) => shownLines(tree, new Set(open)).map(({ folder, depth }) => `${depth} ${folder.path} ${folder.count}`)

test('a closed folder hides what is in it, also what is open there', () => {
  expect(shown([])).toEqual(['0 a 3', '0 d 1'])
  expect(shown(['a/b'])).toEqual(['0 a 3', '0 d 1'])
})

test('open folders show their folders, deeper each time', () => expect(shown(['a', 'a/b'])).toEqual(['0 a 3', '1 a/b 2', '2 a/b/c 1', '0 d 1']))

test('the folders around a path', () => {
  expect(around('a/b/c')).toEqual(['a', 'a/b'])
  expect(around('a')).toEqual([])
})

test('tags are what stands between commas, each once', () => expect(tagList(' new, live ,, new')).toEqual(['new', 'live']))

test('a column shows the newest first, and turns round when it is pressed again', () => {
  const items = [1, 3, 2].map(version => ({ version })) as unknown as Parameters<typeof inOrder>[0]
  const order = pressed({ by: 'path', down: false }, 'version')
  expect(inOrder(items, order).map(({ version }) => version)).toEqual([3, 2, 1])
  expect(inOrder(items, pressed(order, 'version')).map(({ version }) => version)).toEqual([1, 2, 3])
})
