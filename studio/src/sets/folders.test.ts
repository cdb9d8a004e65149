import { expect, test } from 'vitest'
import { foldersOf, inside } from './folders'

const paths = ['alone', 'support/answer', 'support/layers/acme', 'supporting/x']

test('folders are told at every depth, once each', () => {
  expect(foldersOf(paths)).toEqual(['support', 'support/layers', 'supporting'])
})

test('a folder holds what stands below it and not what only begins alike', () => {
  expect(inside(paths, 'support')).toEqual(['support/answer', 'support/layers/acme'])
  expect(inside(paths, '/support/layers/ ')).toEqual(['support/layers/acme'])
  expect(inside(paths, '')).toEqual(paths)
})
