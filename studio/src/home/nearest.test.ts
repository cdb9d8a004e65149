import { expect, test } from 'vitest'
import type { Project } from '../api/queries'
import { nearest } from './nearest'

const projects = ['a', 'b', 'c', 'd', 'e'].map(name => ({ name }) as Project)
const opened = (...names: string[]) => names.map(project => ({ project, path: 'x', at: '' }))

test("the key's own project stands first, then those that were opened, then the others", () => {
  expect(nearest(projects, opened('d', 'b', 'd'), 'c').map(({ name }) => name)).toEqual(['c', 'd', 'b'])
  expect(nearest(projects, [], 'x').map(({ name }) => name)).toEqual(['a', 'b', 'c'])
})
