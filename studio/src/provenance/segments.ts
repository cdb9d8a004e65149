import type { components } from '../api/schema'

export type Composed = components['schemas']['Composed']
export type Span = NonNullable<Composed['provenance']>[number]

/** A piece of a text and who wrote it; null where nobody is named. */
export type Segment = { text: string; span: Span | null }

/** Cuts a text where its writers change. The pieces together are the text. */
export function segments(text: string, spans: Span[]): Segment[] {
  const pieces: Segment[] = []
  let at = 0
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, at)
    const end = Math.min(span.start + span.length, text.length)
    if (end <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), span: null })
    pieces.push({ text: text.slice(start, end), span })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), span: null })
  return pieces
}

/** Who wrote a piece, in words. */
export function told(span: Span, layers: Composed['layers']): string {
  const layer = layers[span.layer]
  const parts = [layer?.layer ?? 'unknown']
  if (layer?.scope) parts.push(layer.scope)
  if (layer?.path) parts.push(layer.version == null ? layer.path : `${layer.path} version ${layer.version}`)
  if (span.mergePoint) parts.push(`merge point ${span.mergePoint}`)
  if (span.variable) parts.push(`variable ${span.variable}`)
  return parts.join(', ')
}
