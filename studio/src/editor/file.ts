import { Document, isMap, isScalar, parseDocument, type Pair } from 'yaml'

/** Where the YAML of a prompt's file stands in it. */
type Place = { from: number; to: number }

/** Whether a file is a chat prompt, whose whole text is YAML. */
export const isChatFile = (file: string) => /\.prompt\.ya?ml$/i.test(file)

/** What the YAML of a file says; null where it has none, or one that does not parse. */
export function readHead(file: string, source: string): Record<string, unknown> | null {
  const parsed = parse(file, source)
  if (parsed === null) return null
  const value: unknown = parsed.document.toJS({ maxAliasCount: 0 })
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
}

/** The text with one key of its YAML set, or removed where the value is undefined. All other bytes stay. Null where the YAML does not parse. */
export function writeKey(file: string, source: string, key: string, value: unknown): string | null {
  const parsed = parse(file, source)
  if (parsed === null) return null
  const { place, document } = parsed
  const pair = isMap(document.contents) ? document.contents.items.find(item => isScalar(item.key) && item.key.value === key) : undefined
  if (pair === undefined) return value === undefined ? source : added(source, place, written(key, value, false))
  const { from, to } = span(source, place, pair)
  if (value !== undefined) return source.slice(0, from) + written(key, value, isFlow(pair)) + source.slice(to)
  const end = source.indexOf('\n', to)
  return source.slice(0, from) + source.slice(end < 0 ? source.length : end + 1)
}

function parse(file: string, source: string) {
  const place = placeOf(file, source)
  if (place === null) return null
  const document = parseDocument(source.slice(place.from, place.to), { version: '1.2', strict: true })
  const isUsable = document.errors.length === 0 && (document.contents === null || isMap(document.contents))
  return isUsable ? { place, document } : null
}

function placeOf(file: string, source: string): Place | null {
  if (isChatFile(file)) return { from: 0, to: source.length }
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(source)
  if (open === null) return /\.prompt\.md$/i.test(file) ? { from: 0, to: 0 } : null
  const close = /^---[ \t]*\r?$/m.exec(source.slice(open[0].length))
  return close === null ? null : { from: open[0].length, to: open[0].length + close.index }
}

function added(source: string, { from, to }: Place, text: string): string {
  // A file without front matter gets one.
  if (to === 0 && from === 0 && source !== '') return `---\n${text}\n---\n${source}`
  const before = source.slice(0, to)
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${text}\n${source.slice(to)}`
}

function span(source: string, place: Place, pair: Pair): Place {
  const from = place.from + (pair.key as { range: number[] }).range[0]!
  const end = (pair.value as { range?: number[] } | null)?.range?.[1] ?? (pair.key as { range: number[] }).range[1]! + 1
  const text = source.slice(from, place.from + end)
  return { from, to: from + text.trimEnd().length }
}

const isFlow = (pair: Pair) => (pair.value as { flow?: boolean } | null)?.flow === true

function written(key: string, value: unknown, flow: boolean): string {
  const document = new Document({ [key]: value })
  const node = document.get(key)
  if (flow && typeof node === 'object' && node !== null) (node as { flow?: boolean }).flow = true
  return document.toString({ lineWidth: 0 }).trimEnd()
}
