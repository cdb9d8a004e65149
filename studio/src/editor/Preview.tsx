import { useState } from 'react'
import { Failed } from '../ui/states'
import type { Live } from './live'
import { segments, told, type Composed, type Span } from './segments'

/** The rendered prompt; colours and underlines tell who wrote what. */
export function Preview({ live }: { live: Live }) {
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set())
  const { preview, error } = live
  if (preview === null) return error === undefined ? <p className="quiet pad">Rendering…</p> : <Failed error={error} />
  const used = usedLayers(preview)

  function toggle(layer: number) {
    const next = new Set(hidden)
    if (!next.delete(layer)) next.add(layer)
    setHidden(next)
  }

  return (
    <div className="preview">
      <div className="legend row" role="group" aria-label="Who wrote what">
        {used.map(layer => (
          <button key={layer} type="button" className="legend-item" aria-pressed={!hidden.has(layer)} onClick={() => toggle(layer)}>
            <span className={`written layer-${preview.layers[layer]?.layer ?? 'base'}`}>{preview.layers[layer]?.layer}</span>
          </button>
        ))}
      </div>
      {error !== undefined && <p className="stale">The text does not render at the moment. This is what it was before.</p>}
      <div className="rendered">
        {preview.messages ? (
          preview.messages.map((message, index) => (
            <section key={index} className="message" aria-label={`Message of ${message.role}`}>
              <h3 className="quiet small">{message.role}</h3>
              <Written text={message.content} spans={message.provenance ?? []} preview={preview} hidden={hidden} />
            </section>
          ))
        ) : (
          <Written text={preview.content ?? ''} spans={preview.provenance ?? []} preview={preview} hidden={hidden} />
        )}
      </div>
    </div>
  )
}

function Written({ text, spans, preview, hidden }: { text: string; spans: Span[]; preview: Composed; hidden: ReadonlySet<number> }) {
  return (
    <pre className="text">
      {segments(text, spans).map(({ text: piece, span }, index) =>
        span === null || hidden.has(span.layer) ? (
          <span key={index}>{piece}</span>
        ) : (
          <span key={index} className={`written layer-${preview.layers[span.layer]?.layer ?? 'base'}${span.variable ? ' value' : ''}`} title={told(span, preview.layers)}>
            {piece}
          </span>
        ),
      )}
    </pre>
  )
}

function usedLayers(preview: Composed): number[] {
  const spans = [...(preview.provenance ?? []), ...(preview.messages ?? []).flatMap(message => message.provenance ?? [])]
  return [...new Set(spans.map(span => span.layer))].sort((a, b) => a - b)
}
