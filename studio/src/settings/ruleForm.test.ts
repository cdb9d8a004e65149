import { expect, test } from 'vitest'
import { toForm, toRule, withRule } from './ruleForm'

const rule = { maxTokens: 4000, forbiddenPhrases: ['as an ai', 'sorry'], severity: 'warning' }

test('a rule is read as it is shown', () => expect(toRule(toForm(rule))).toEqual(rule))

test('lists have a line each, and empty lines do not count', () =>
  expect(toRule({ ...toForm(undefined), allowedModels: ' gpt-4* \n\n llama-* \n' })).toEqual({ allowedModels: ['gpt-4*', 'llama-*'], severity: 'error' }))

test('a rule that asks for nothing is none', () => expect(toRule(toForm(undefined))).toBeUndefined())

test('one rule changes and the others stay', () => {
  const rules = { default: rule, layers: { tenant: { maxLength: 9 } }, severities: { QP5201: 'error' } }
  expect(withRule(rules, '', undefined)).toEqual({ layers: { tenant: { maxLength: 9 } }, severities: { QP5201: 'error' } })
  expect(withRule(rules, 'user', { maxLength: 1 })).toEqual({ ...rules, layers: { tenant: { maxLength: 9 }, user: { maxLength: 1 } } })
  expect(withRule(rules, 'tenant', undefined)).toEqual({ default: rule, severities: { QP5201: 'error' } })
})
