import { expect, test } from 'vitest'
import { stops } from './gaps'
import type { Version } from './load'

const told = (numbers: number[], isEnd: boolean) => stops(numbers.map(version => ({ version }) as Version), isEnd).map(stop => ('deleted' in stop ? -stop.deleted : stop.version.version))

test('numbers that are missing between two versions are deleted ones', () => {
  expect(told([6, 5, 2], false)).toEqual([6, 5, -4, -3, 2])
})

test('below the last one there are deleted ones where nothing follows', () => {
  expect(told([3], false)).toEqual([3])
  expect(told([3], true)).toEqual([3, -2, -1])
  expect(told([], true)).toEqual([])
})
