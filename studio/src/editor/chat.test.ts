import { expect, test } from 'vitest'
import { message, readChat, writeChat } from './chat'

const source = `description: Chat
messages:
  # who
  - role: system
    content: |
      Be kind to {{ name }}.
      Two lines.
  - merge_point: examples
    required: true
  - placeholder: history
  - role: user   # asks
    content: "{{ input }}"
model: x
`

test('a file that nobody changed keeps its bytes', () => expect(writeChat(readChat(source)!)).toBe(source))

test('messages have role and text, and other items a name', () => {
  const { blocks } = readChat(source)!
  expect(blocks.map(({ role, text, title }) => [role, text, title])).toEqual([
    ['system', 'Be kind to {{ name }}.\nTwo lines.\n', 'system'],
    [null, null, 'Merge point examples'],
    [null, null, 'Placeholder history'],
    ['user', '{{ input }}', 'user'],
  ])
})

test('an edited message reads back as it was typed, and the others keep their bytes', () => {
  for (const text of ['plain', 'two\nlines\n', '{{ braces }}', '', '  leading\n\n\nblank lines', 'colon: # and hash', '- dash', 'no end\nof line']) {
    const chat = readChat(source)!
    chat.blocks[0] = message('system', text, chat.indent)
    const again = readChat(writeChat(chat))!
    expect(again.blocks[0]!.text).toBe(text)
    expect(again.blocks.slice(1).map(({ raw }) => raw)).toEqual(chat.blocks.slice(1).map(({ raw }) => raw))
    expect(writeChat(again)).toContain('model: x\n')
  }
})

test('items move with all their lines', () => {
  const chat = readChat(source)!
  chat.blocks.reverse()
  expect(readChat(writeChat(chat))!.blocks.map(({ title }) => title)).toEqual(['user', 'Placeholder history', 'Merge point examples', 'system'])
})

test('a list at the end of a file without a newline can be added to', () => {
  const chat = readChat('messages:\n- role: user\n  content: hi')!
  chat.blocks.push(message('assistant', 'hello', chat.indent))
  expect(readChat(writeChat(chat))!.blocks.map(({ text }) => text)).toEqual(['hi', 'hello'])
})

test('what cannot be edited piece by piece is left to the source', () => {
  for (const other of ['messages: [{role: user, content: x}]\n', 'messages: {}\n', 'model: [', 'model: x\n']) expect(readChat(other)).toBeNull()
})
