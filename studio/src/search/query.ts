/** What a search asks for: words, and filters that compare exactly. */
export const filters = ['tag', 'category', 'alias', 'author', 'model', 'layer', 'folder'] as const
export type Filters = Partial<Record<(typeof filters)[number], string>>
export type Query = { q: string; filters: Filters }

/** Reads what stands behind the question mark of an address. */
export function readQuery(search: string): Query {
  const asked = new URLSearchParams(search)
  const found: Filters = {}
  for (const name of filters) {
    const value = asked.get(name)
    if (value) found[name] = value
  }
  return { q: asked.get('q') ?? '', filters: found }
}

/** Writes it back. */
export function writeQuery({ q, filters: wanted }: Query): string {
  const asked = new URLSearchParams()
  if (q !== '') asked.set('q', q)
  for (const name of filters) if (wanted[name]) asked.set(name, wanted[name])
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}

/** Whether there is anything to ask. */
export const isEmpty = ({ q, filters: wanted }: Query) => q.trim() === '' && Object.values(wanted).every(value => !value)

/** A text in parts, those of the spans marked. Spans lie in order and apart; what does not fit is left out. */
export function marked(text: string, spans: { start: number; length: number }[]): { text: string; mark: boolean }[] {
  const parts: { text: string; mark: boolean }[] = []
  let at = 0
  for (const { start, length } of spans) {
    if (start < at || start + length > text.length) continue
    if (start > at) parts.push({ text: text.slice(at, start), mark: false })
    parts.push({ text: text.slice(start, start + length), mark: true })
    at = start + length
  }
  if (at < text.length) parts.push({ text: text.slice(at), mark: false })
  return parts
}
