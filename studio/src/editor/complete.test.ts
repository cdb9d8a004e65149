import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { offer } from './complete'

const known = { variables: ['name', 'tone'], mergePoints: ['safety'], prompts: ['support/answer'] }

/** The names that are offered where `¦` stands. */
function offered(text: string, dialect = 'jinja', explicit = false) {
  const pos = text.indexOf('¦')
  const state = EditorState.create({ doc: text.replace('¦', '') })
  return offer(new CompletionContext(state, pos, explicit), dialect, known)?.options.map(option => option.label) ?? []
}

test('variables are offered in brackets and nowhere else', () => {
  expect(offered('Hi {{ n¦')).toContain('name')
  expect(offered('Hi {{ ¦')).toContain('tone')
  expect(offered('Hi {{ name }} n¦', 'jinja', true)).toEqual([])
})

test('filters follow a bar, tests follow is, tags follow the percent sign', () => {
  expect(offered('{{ name | u¦')).toContain('upper')
  expect(offered('{{ name | u¦', 'liquid')).toContain('upcase')
  expect(offered('{% if name is de¦')).toContain('defined')
  expect(offered('{% ¦')).toContain('merge_point')
})

test('merge points and prompts are offered between quotes', () => {
  expect(offered('{% contribute "s¦')).toEqual(['safety'])
  expect(offered('{% include "sup¦')).toEqual(['support/answer'])
})

test('mustache offers variables for sections and prompts for partials', () => {
  expect(offered('{{#n¦', 'mustache')).toEqual(['name', 'tone'])
  expect(offered('{{> s¦', 'mustache')).toEqual(['support/answer'])
})

test('front matter offers its keys, and prompts to extend', () => {
  expect(offered('---\ndesc¦')).toContain('description: ')
  expect(offered('---\nextends: sup¦')).toEqual(['support/answer'])
  expect(offered('---\na: b\n---\ndesc¦', 'jinja', true)).toEqual([])
})

test('plain text offers nothing', () => expect(offered('{{ n¦', 'text')).toEqual([]))
