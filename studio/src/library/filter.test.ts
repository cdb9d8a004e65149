import { expect, test } from 'vitest'
import type { PromptItem } from '../api/queries'
import { categories, folders, narrow, tags } from './filter'

const item = (path: string, more: Partial<PromptItem> = {}) => ({ path, tags: [], ...more }) as unknown as PromptItem
const items = [item('support/answer', { tags: ['live'], description: 'Answers customers' }), item('support/mail/reply', { category: 'mail' }), item('supporter', { tags: ['live', 'new'] })]
const all = { text: '', folder: '', tag: '', category: '' }
const found = (filter: Partial<typeof all>) => narrow(items, { ...all, ...filter }).map(({ path }) => path)

test('every word must occur, in name, description or tag, in any case', () => {
  expect(found({ text: 'CUSTOMERS support' })).toEqual(['support/answer'])
  expect(found({ text: 'new' })).toEqual(['supporter'])
  expect(found({ text: 'customers mail' })).toEqual([])
})

test('a folder has what is below it and not what only begins like it', () => expect(found({ folder: 'support' })).toEqual(['support/answer', 'support/mail/reply']))

test('facets narrow together', () => {
  expect(found({ tag: 'live', folder: 'support' })).toEqual(['support/answer'])
  expect(found({ category: 'mail' })).toEqual(['support/mail/reply'])
})

test('facets count what they would show', () => {
  expect(folders(items)).toEqual([['support', 2], ['support/mail', 1]])
  expect(tags(items)).toEqual([['live', 2], ['new', 1]])
  expect(categories(items)).toEqual([['mail', 1]])
})
