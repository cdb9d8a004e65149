import { expect, test } from 'vitest'
import { beside } from './beside'

const file = (path: string, blob: string, role = 'prompt') => ({ path, blob, role, mode: '100644' })

test('prompts of a branch are told beside those of another', () => {
  const here = [file('b.prompt.md', '2'), file('a.prompt.md', '1'), file('n/new.prompt.yml', '3'), file('quire.json', '4', 'set')]
  const there = [file('a.prompt.md', '1'), file('b.prompt.md', '9'), file('gone.txt', '5', 'text')]
  expect(beside(here, there)).toEqual([
    { path: 'a', blob: '1', status: 'same' },
    { path: 'b', blob: '2', status: 'changed' },
    { path: 'gone.txt', blob: '5', status: 'gone' },
    { path: 'n/new', blob: '3', status: 'new' },
  ])
})
