import { expect, test } from 'vitest'
import { composing } from './composing'

const nobody = { tenant: '', features: '', agent: '', user: '' }

test('a contribution is shown in the prompt that it extends, for those whom it is made for', () => {
  expect(composing({ extends: 'a', layer: 'tenant', scope: 'acme' }, 'b', nobody)).toEqual({ prompt: 'a', audience: { ...nobody, tenant: 'acme' }, isContribution: true })
  expect(composing({ extends: '@main/prompts:a', layer: 'feature', scope: 'x' }, 'b', { ...nobody, features: 'y' }).audience.features).toBe('y x')
  expect(composing({ extends: 'a', layer: 'feature', scope: 'y' }, 'b', { ...nobody, features: 'y' }).audience.features).toBe('y')
  expect(composing({ extends: 'a', layer: 'system' }, 'b', nobody).audience).toEqual(nobody)
})

test('any other prompt is shown itself', () => {
  expect(composing(null, 'b', nobody).prompt).toBe('b')
  expect(composing({}, 'b', nobody)).toEqual({ prompt: 'b', audience: nobody, isContribution: false })
})
