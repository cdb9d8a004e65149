import { expect, test } from 'vitest'
import { sentences, type Meaning } from './meaning'

const say = (change: Partial<Meaning> & { kind: string; name: string; change: string }) => sentences([change as Meaning]).map(sentence => sentence.map(part => (typeof part === 'string' ? part : `\`${part.code}\``)).join(''))

test.each([
  [{ kind: 'variable', name: 'tone', change: 'required' }, 'Variable `tone` became required'],
  [{ kind: 'variable', name: 'tone', change: 'added', new: 'used' }, 'Variable `tone` is read now, without a declaration'],
  [{ kind: 'variable', name: 'plan', change: 'added', new: '{"type":"string","default":"plus"}' }, 'Variable `plan` was added: string, default `plus`'],
  [{ kind: 'variable', name: 'plan', change: 'removed', old: '{"type":"string"}' }, 'Variable `plan` was removed'],
  [{ kind: 'variable', name: 'plan', change: 'changed', old: '{"default":"a"}', new: '{"default":"b"}' }, 'Variable `plan`: default changed from `a` to `b`'],
  [{ kind: 'merge-point', name: 'safety', change: 'locked' }, 'Merge point `safety` locked'],
  [{ kind: 'merge-point', name: 'tone', change: 'changed', old: 'append', new: 'append, required' }, 'Merge point `tone` became required'],
  [{ kind: 'merge-point', name: 'tone', change: 'changed', old: 'append, required', new: 'replace' }, 'Merge point `tone` takes contributions by replace rather than append and is no longer required'],
  [{ kind: 'model', name: 'model.temperature', change: 'changed', old: '0.3', new: '0.2' }, 'Model setting `temperature` changed from `0.3` to `0.2`'],
  [{ kind: 'model', name: 'model', change: 'added', new: '"gpt"' }, 'Model setting `model` was set to `gpt`'],
  [{ kind: 'key', name: 'description', change: 'changed', old: 'x'.repeat(90), new: 'y' }, '`description` changed'],
  [{ kind: 'key', name: 'category', change: 'removed', old: 'support' }, '`category` was removed'],
])('%o is told', (change, sentence) => {
  expect(say(change)).toEqual([sentence])
})

test('each part of a declaration that changed is told', () => {
  expect(say({ kind: 'variable', name: 'n', change: 'changed', old: '{"type":"string","maxLength":5}', new: '{"type":"number"}' })).toEqual([
    'Variable `n`: type changed from `string` to `number`',
    'Variable `n`: maxLength was removed',
  ])
})
