import { expect, test } from 'vitest'
import type { PromptItem } from '../api/queries'
import { aliases, categories, everything, folders, layers, narrow, tags, type Filter } from './filter'

const item = (path: string, more: Partial<PromptItem> = {}) => ({ path, tags: [], aliases: {}, ...more }) as unknown as PromptItem
const items = [item('support/answer', { tags: ['live'], description: 'Answers customers' }), item('support/mail/reply', { category: 'mail', aliases: { live: 2 }, layer: 'tenant' }), item('supporter', { tags: ['live', 'new'] })]
const found = (filter: Partial<Filter>) => narrow(items, { ...everything, ...filter }).map(({ path }) => path)

test('every word must occur, in name, description or tag, in any case', () => {
  expect(found({ text: 'CUSTOMERS support' })).toEqual(['support/answer'])
  expect(found({ text: 'new' })).toEqual(['supporter'])
  expect(found({ text: 'customers mail' })).toEqual([])
})

test('a folder has what is below it and not what only begins like it', () => expect(found({ folder: 'support' })).toEqual(['support/answer', 'support/mail/reply']))

test('facets narrow together', () => {
  expect(found({ tag: 'live', folder: 'support' })).toEqual(['support/answer'])
  expect(found({ category: 'mail' })).toEqual(['support/mail/reply'])
  expect(found({ alias: 'live' })).toEqual(['support/mail/reply'])
  expect(found({ layer: 'tenant', tag: 'live' })).toEqual([])
})

test('facets count what they would show', () => {
  expect(folders(items)).toEqual([['support', 2], ['support/mail', 1]])
  expect(tags(items)).toEqual([['live', 2], ['new', 1]])
  expect(categories(items)).toEqual([['mail', 1]])
  expect(aliases(items)).toEqual([['live', 1]])
  expect(layers(items)).toEqual([['tenant', 1]])
})
