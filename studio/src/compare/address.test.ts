import { expect, test } from 'vitest'
import { readSide, writeSide } from './address'

const read = (text: string) => readSide(text, 'main', 'prompts')

test.each([
  ['support/answer', { path: 'support/answer', selector: '' }],
  ['support/answer@latest', { path: 'support/answer', selector: '' }],
  ['support/answer@production', { path: 'support/answer', selector: 'production' }],
  ['support/answer@7', { path: 'support/answer', selector: '7' }],
  ['support/answer@ref:trial/one', { path: 'support/answer', selector: 'ref:trial/one' }],
  ['trial/one:support/answer', { path: 'support/answer', selector: 'ref:trial/one' }],
  ['sha:12abcd:support/answer', { path: 'support/answer', selector: 'sha:12abcd' }],
  ['ref:trial/one', { path: null, selector: 'ref:trial/one' }],
  ['sha:12abcd', { path: null, selector: 'sha:12abcd' }],
  ['@main/prompts/support/answer@7', { path: 'support/answer', selector: '7' }],
  ['@main/prompts@trial:support/answer', { path: 'support/answer', selector: 'ref:trial' }],
  ['@main/prompts@sha:12abcd:support/answer', { path: 'support/answer', selector: 'sha:12abcd' }],
])('%s is read', (text, side) => {
  expect(read(text)).toEqual(side)
})

test.each(['', '  ', '@7', 'support/answer@', 'trial:', '@other/prompts/a@7', '@main/prompts2/a'])('"%s" names nothing here, and says why', text => {
  expect(read(text)).toHaveProperty('wrong')
})

test('what is written is read again', () => {
  for (const text of ['support/answer', 'support/answer@7', 'support/answer@ref:trial/one', 'ref:main', 'sha:12abcd']) expect(writeSide(read(text) as never)).toBe(text)
})
