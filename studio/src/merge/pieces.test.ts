import { expect, test } from 'vitest'
import type { MergedFile } from '../api/errors'
import { merged, placeOf, placesOf, resolution, type Piece } from './pieces'

const piece = (kind: string, base: string, ours: string, theirs: string): Piece => ({ kind, base, ours, theirs, oursLine: 1, theirsLine: 1 })
const side = (path: string, blob: string, text: string | null) => ({ path, blob, text })
const file = (rest: Partial<MergedFile>): MergedFile => ({ path: 'a.prompt.md', reason: 'contents', clean: false, pieces: [], ...rest })

const lines = file({
  pieces: [piece('same', 'a\n', 'a\n', 'a\n'), piece('theirs', 'b\n', 'b\n', 'B\n'), piece('conflict', 'c\n', 'C1\n', 'C2\n'), piece('ours', 'd\n', '', 'd\n'), piece('conflict', 'e', 'E1', 'E2')],
})

test('a file waits for its conflicts and for nothing else', () => {
  expect(placesOf(lines)).toEqual([placeOf(lines, 2), placeOf(lines, 4)])
  expect(merged(lines, { [placeOf(lines, 2)]: { take: 'ours' } })).toBeNull()
  expect(resolution(lines, {})).toBeNull()
})

test('the text has what was chosen at each place, and the changes of one side', () => {
  expect(merged(lines, { [placeOf(lines, 2)]: { take: 'theirs' }, [placeOf(lines, 4)]: { take: 'edited', text: 'own\n' } })).toBe('a\nB\nC2\nown\n')
})

test('both sides follow one another in lines of their own, also where the last line has no end', () => {
  expect(merged(lines, { [placeOf(lines, 2)]: { take: 'both' }, [placeOf(lines, 4)]: { take: 'both' } })).toBe('a\nB\nC1\nC2\nE1\nE2')
})

test('nothing is asked about a file that merged', () => {
  const clean = file({ clean: true, content: 'merged\n' })
  expect(placesOf(clean)).toEqual([])
  expect(merged(clean, {})).toBe('merged\n')
})

test('a file that one side deleted is kept by its content or deleted', () => {
  const gone = file({ reason: 'modify/delete', theirs: side('a.prompt.md', '12ab', 'text\n') })
  expect(placesOf(gone)).toEqual([placeOf(gone)])
  expect(resolution(gone, { [placeOf(gone)]: { take: 'theirs' } })).toEqual({ path: 'a.prompt.md', blob: '12ab' })
  expect(resolution(gone, { [placeOf(gone)]: { take: 'ours' } })).toEqual({ path: 'a.prompt.md', delete: true })
})

test('a file that is no text is taken from one side', () => {
  const binary = file({ reason: 'binary', ours: side('a', '1', null), theirs: side('a', '2', null) })
  expect(resolution(binary, { [placeOf(binary)]: { take: 'ours' } })).toEqual({ path: 'a.prompt.md', blob: '1' })
})

test('a text of one\'s own stands for the whole file', () => {
  const two = file({ reason: 'add/add', ours: side('a', '1', 'x'), theirs: side('a', '2', 'y') })
  expect(resolution(two, { [placeOf(two)]: { take: 'edited', text: 'z' } })).toEqual({ path: 'a.prompt.md', content: 'z' })
  expect(merged(two, { [placeOf(two)]: { take: 'both' } })).toBe('x\ny')
})
