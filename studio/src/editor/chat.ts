import { Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'

/** One item of a chat prompt. `text` is null where the item is no plain message; such an item is edited in the source. */
export type Block = { role: string | null; text: string | null; title: string; raw: string }

/** The messages of a chat file in their order, and what stands around them. */
export type Chat = { before: string; blocks: Block[]; after: string; indent: string }

/** Reads the messages of a chat file; null where it has none that could be edited one by one. */
export function readChat(source: string): Chat | null {
  const document = parseDocument(source, { version: '1.2', strict: true })
  const list = document.get('messages')
  if (document.errors.length > 0 || !isSeq(list) || list.flow === true || list.items.length === 0) return null
  const starts = list.items.map(item => lineStart(source, (item as { range: number[] }).range[0]!))
  if (new Set(starts).size < starts.length) return null
  const end = Math.min(source.length, (list.range as number[])[1]!)
  const indent = /^[ \t]*/.exec(source.slice(starts[0]!))![0]
  if (!starts.every(start => source.startsWith(`${indent}- `, start))) return null
  const last = lineEnd(source, end)
  return {
    before: source.slice(0, starts[0]),
    blocks: list.items.map((item, index) => blockOf(item, source.slice(starts[index], starts[index + 1] ?? last))),
    after: source.slice(last),
    indent,
  }
}

/** Puts a chat file together again; what was not changed keeps its bytes. */
export function writeChat({ before, blocks, after }: Chat): string {
  const body = blocks.map(({ raw }) => (raw.endsWith('\n') ? raw : `${raw}\n`)).join('')
  return before + body + after
}

/** A message as it is written into the file. */
export function message(role: string, text: string, indent: string): Block {
  const yaml = new Document([{ role, content: text }]).toString({ lineWidth: 0, blockQuote: 'literal', indent: 2 })
  return { role, text, title: role, raw: yaml.replace(/^(?=.)/gm, indent) }
}

function blockOf(item: unknown, raw: string): Block {
  const value = (isMap(item) ? item.toJSON() : {}) as Record<string, unknown>
  const isPlain = isMap(item) && item.items.every(pair => isScalar(pair.key) && (pair.key.value === 'role' || pair.key.value === 'content'))
  const { role, content } = value
  if (isPlain && typeof role === 'string' && typeof content === 'string') return { role, text: content, title: role, raw }
  return { role: null, text: null, title: titleOf(value), raw }
}

function titleOf(value: Record<string, unknown>): string {
  if (typeof value['placeholder'] === 'string') return `Placeholder ${value['placeholder']}`
  if (typeof value['merge_point'] === 'string') return `Merge point ${value['merge_point']}`
  return 'Item'
}

const lineStart = (source: string, at: number) => source.lastIndexOf('\n', at - 1) + 1

// The end of a block scalar is the start of the next line already.
function lineEnd(source: string, at: number): number {
  if (at > 0 && source[at - 1] === '\n') return at
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end + 1
}
