import { memo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { segments, told, type Composed, type Span } from './segments'
import { Writer } from './Writer'
import './provenance.css'

type Props = { composed: Composed; project: string; path: string; branch?: string | undefined; point?: string | undefined; children?: ReactNode }

/**
 * A composed prompt; colours and underlines tell who wrote what, and a frame what stands in the merge point that is looked at. What is given inside
 * stands above the text.
 */
export const Provenance = memo(function Provenance({ composed: preview, project, path, branch, point, children }: Props) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [held, setHeld] = useState<{ span: Span; of: Composed } | null>(null)
  const [pointed, setPointed] = useState<Span | null>(null)
  const chosen = pointed ?? (held?.of === preview ? held.span : null)
  const drawn = { preview, hidden, chosen, point, onPoint: setPointed, onHold: (span: Span | null) => setHeld(span && { span, of: preview }) }

  function toggle(layer: string) {
    const next = new Set(hidden)
    if (!next.delete(layer)) next.add(layer)
    setHidden(next)
  }

  return (
    <div className="preview">
      <div className="legend row" role="group" aria-label="Who wrote what">
        {usedLayers(preview).map(layer => (
          <button key={layer} type="button" className="legend-item" aria-pressed={!hidden.has(layer)} title={hidden.has(layer) ? `Show what ${layer} wrote` : `Do not mark what ${layer} wrote`} onClick={() => toggle(layer)}>
            <span className={hidden.has(layer) ? '' : `written layer-${layer}`}>{layer}</span>
          </button>
        ))}
        <span className="grow" />
        {preview.tokens && <Tokens tokens={preview.tokens} />}
      </div>
      {children}
      <div className="rendered" onMouseLeave={() => setPointed(null)}>
        {preview.messages ? (
          preview.messages.map((message, index) => (
            <section key={index} className="message" aria-label={`Message ${index + 1}, of ${message.role}`}>
              <h3 className="quiet small">{message.role}</h3>
              <Written text={message.content} spans={message.provenance ?? []} {...drawn} />
            </section>
          ))
        ) : (
          <Written text={preview.content ?? ''} spans={preview.provenance ?? []} {...drawn} />
        )}
      </div>
      <Writer span={chosen} layers={preview.layers} project={project} path={path} branch={branch} />
    </div>
  )
})

function Tokens({ tokens: { count, kind, error } }: { tokens: NonNullable<Composed['tokens']> }) {
  const about = kind === 'estimated' ? `Estimated without the model's vocabulary, give or take ${Math.round(error * 100)} %` : 'Counted'
  return (
    <span className="small quiet" title={about}>
      {kind === 'estimated' ? 'about ' : ''}
      {count.toLocaleString('en')} tokens
    </span>
  )
}

type Drawn = { text: string; spans: Span[]; preview: Composed; hidden: ReadonlySet<string>; chosen: Span | null; point: string | undefined; onPoint: (span: Span | null) => void; onHold: (span: Span | null) => void }

function Written({ text, spans, preview, hidden, chosen, point, onPoint, onHold }: Drawn) {
  const layerOf = (span: Span) => preview.layers[span.layer]?.layer ?? 'base'
  // Blanks have nothing to read out.
  const isMarked = (piece: string, span: Span | null) => span !== null && piece.trim() !== '' && !hidden.has(layerOf(span))
  const pieces = segments(text, spans).map(({ text: piece, span }) => ({ piece, span: isMarked(piece, span) ? span : null }))
  const first = pieces.findIndex(({ span }) => span !== null)
  return (
    // One stop of the Tab key for the whole text; the arrows go from piece to piece.
    <pre className="text" role="group" aria-label="Pieces of the text by who wrote them" onKeyDown={walk}>
      {pieces.map(({ piece, span }, index) =>
        span === null ? (
          <span key={index}>{piece}</span>
        ) : (
          <span
            key={index}
            role="button"
            tabIndex={index === first ? 0 : -1}
            aria-description={`written by ${told(span, preview.layers)}`}
            aria-pressed={span === chosen}
            className={`written layer-${layerOf(span)}${span.variable ? ' value' : ''}${span === chosen ? ' chosen' : ''}${point !== undefined && span.mergePoint === point ? ' in-point' : ''}`}
            onMouseEnter={() => onPoint(span)}
            onFocus={() => onHold(span)}
            onClick={() => onHold(span)}
          >
            {piece}
          </span>
        ),
      )}
    </pre>
  )
}

function walk(event: KeyboardEvent<HTMLPreElement>) {
  const pieces = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=button]')]
  const at = pieces.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: pieces.length - 1 }[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  pieces[Math.max(0, Math.min(to, pieces.length - 1))]?.focus()
}

function usedLayers(preview: Composed): string[] {
  const spans = [...(preview.provenance ?? []), ...(preview.messages ?? []).flatMap(message => message.provenance ?? [])]
  const used = [...new Set(spans.map(span => span.layer))].sort((a, b) => a - b)
  return [...new Set(used.map(layer => preview.layers[layer]?.layer ?? 'base'))]
}
