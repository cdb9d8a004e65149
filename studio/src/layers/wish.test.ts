import { expect, test } from 'vitest'
import { bodyOf, readAudience, wholeText, writeAudience } from './wish'

const wish = { tenant: 'acme', features: ['billing', 'returns'], agent: '', alias: '', variables: {}, user: {}, fence: false }

test('an address names an audience, features in their order and once each', () => {
  const search = writeAudience(wish)
  expect(search.toString()).toBe('tenant=acme&features=billing%2Creturns')
  expect(readAudience(new URLSearchParams('features=billing,,returns,billing&tenant=acme'))).toEqual({ tenant: 'acme', features: ['billing', 'returns'], agent: '', alias: '' })
})

test('what is empty is not sent', () => {
  expect(bodyOf('a', wish)).toEqual({ prompt: 'a', explain: true, fence: false, variables: {}, features: ['billing', 'returns'], tenant: 'acme' })
  expect(bodyOf('a', { ...wish, agent: 'closer', alias: 'production', user: { question: 'Why?', other: '' } })).toMatchObject({ agent: 'closer', alias: 'production', user: { question: 'Why?' } })
})

test('messages become one text with their roles', () => {
  const rest = { layers: [], variables: [], userTextFindings: [], tokens: { count: 0, kind: 'estimated', error: 0 }, cached: false, warnings: [] }
  const message = { layer: 0, provenance: [] }
  expect(wholeText({ ...rest, type: 'chat', messages: [{ ...message, role: 'system', content: 'Be kind.' }, { ...message, role: 'user', content: 'Hello' }] })).toBe('system:\nBe kind.\n\nuser:\nHello')
  expect(wholeText({ ...rest, type: 'text', content: 'Hello' })).toBe('Hello')
})
