import type { Hidden } from './hidden'
import { segments, told, type Composed, type Span } from './segments'
import './provenance.css'

type Props = { composed: Composed; hidden: Hidden; point?: string | undefined }

/** The text of a composed prompt, or its messages; colours and underlines tell who wrote what, and a frame what stands in one merge point. */
export function Written({ composed, hidden, point }: Props) {
  if (!composed.messages) return <Pieces text={composed.content ?? ''} spans={composed.provenance ?? []} composed={composed} hidden={hidden} point={point} />
  return composed.messages.map((message, index) => (
    <section key={index} className="message" aria-label={`Message of ${message.role}`}>
      <h3 className="quiet small">{message.role}</h3>
      <Pieces text={message.content} spans={message.provenance ?? []} composed={composed} hidden={hidden} point={point} />
    </section>
  ))
}

function Pieces({ text, spans, composed, hidden, point }: Props & { text: string; spans: Span[] }) {
  return (
    <pre className="text">
      {segments(text, spans).map(({ text: piece, span }, index) => (
        <span key={index} className={span === null ? undefined : look(span, composed, hidden, point)} title={span === null ? undefined : told(span, composed.layers)}>
          {piece}
        </span>
      ))}
    </pre>
  )
}

function look(span: Span, composed: Composed, hidden: Hidden, point: string | undefined): string {
  const frame = point !== undefined && span.mergePoint === point ? 'in-point ' : ''
  return hidden.has(span.layer) ? frame : `${frame}written layer-${composed.layers[span.layer]?.layer ?? 'base'}${span.variable ? ' value' : ''}`
}
