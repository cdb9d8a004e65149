import { expect, test } from 'vitest'
import { ApiError, inWords } from './errors'

const refused = (hint: string) => inWords(new ApiError(404, { detail: 'It is not there.', hint }))

test('a person reads the way out, and not what a program would send', () => {
  expect(refused('Name one of its projects.')).toEqual({ what: 'It is not there.', hint: 'Name one of its projects.' })
  expect(refused('List the branches with GET …/branches.')).toEqual({ what: 'It is not there.', hint: undefined })
})
