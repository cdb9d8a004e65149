import { expect, test } from 'vitest'
import { readHead, writeKey } from './file'

const file = 'a.prompt.md'
const source = '---\n# about\ndescription:   "Kept as it is"\nmodel: { name: gpt-x, temperature: 0.2 } # tuned\ntags: [a,b]\n---\nHello\n---\nmodel: no\n'

test('one key changes and all other bytes stay', () => {
  expect(writeKey(file, source, 'model', { name: 'gpt-y' })).toBe(source.replace('{ name: gpt-x, temperature: 0.2 }', '{ name: gpt-y }'))
  expect(writeKey(file, source, 'description', 'New: with a colon')).toBe(source.replace('description:   "Kept as it is"', 'description: "New: with a colon"'))
})

test('a removed key takes its line with it', () => expect(writeKey(file, source, 'tags', undefined)).toBe(source.replace('tags: [a,b]\n', '')))

test('a new key comes last', () => expect(writeKey(file, source, 'category', 'x')).toBe(source.replace('tags: [a,b]\n', 'tags: [a,b]\ncategory: x\n')))

test('a file without front matter gets one', () => expect(writeKey(file, 'Hello\n', 'model', { name: 'x' })).toBe('---\nmodel:\n  name: x\n---\nHello\n'))

test('a block is replaced whole', () => {
  expect(writeKey(file, '---\nmodel:\n  name: a\n  stop: |\n    x\n\ntags: []\n---\n', 'model', { name: 'b' })).toBe('---\nmodel:\n  name: b\n\ntags: []\n---\n')
})

test('a chat file is YAML from its first byte on', () => {
  expect(writeKey('a.prompt.yml', 'model: a\nmessages: []\n', 'model', 'b')).toBe('model: b\nmessages: []\n')
  expect(readHead('a.prompt.yml', 'model: a\n')).toEqual({ model: 'a' })
})

test('what does not parse is left alone', () => {
  expect(writeKey(file, '---\nmodel: [\n---\n', 'model', 'x')).toBeNull()
  expect(writeKey(file, '---\nnever ends\n', 'model', 'x')).toBeNull()
  expect(readHead('notes.txt', 'a: b')).toBeNull()
})
