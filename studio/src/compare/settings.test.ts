import { expect, test } from 'vitest'
import type { Prompt } from '../api/queries'
import { settings } from './settings'

const prompt = (rest: Partial<Prompt>) => rest as Prompt

test('settings are told by name with both values', () => {
  const old = prompt({ model: { name: 'a', temperature: 0.3 } as never })
  const now = prompt({ model: { name: 'a', top_p: 1 } as never, responseFormat: 'json_object' as never })
  expect(settings(old, now)).toEqual([
    { name: 'model name', old: 'a', new: 'a' },
    { name: 'model temperature', old: '0.3', new: undefined },
    { name: 'model top_p', old: undefined, new: '1' },
    { name: 'response format', old: undefined, new: 'json_object' },
  ])
})

test('a model by its name alone is one setting', () => {
  expect(settings(prompt({ model: 'gpt' as never }), prompt({}))).toEqual([{ name: 'model', old: 'gpt', new: undefined }])
})
