import type { Hidden } from './hidden'
import type { Composed } from './segments'

/** Who wrote in a composed prompt, each as a switch of its colour. */
export function Legend({ composed, hidden, onToggle }: { composed: Composed; hidden: Hidden; onToggle: (layer: number) => void }) {
  return (
    <div className="legend row" role="group" aria-label="Who wrote what">
      {writers(composed).map(layer => (
        <button key={layer} type="button" className="legend-item" aria-pressed={!hidden.has(layer)} onClick={() => onToggle(layer)}>
          <span className={`written layer-${composed.layers[layer]?.layer ?? 'base'}`}>{name(composed.layers[layer])}</span>
        </button>
      ))}
    </div>
  )
}

const name = (layer: Composed['layers'][number] | undefined) => [layer?.layer, layer?.scope].filter(Boolean).join(' ')

function writers(composed: Composed): number[] {
  const spans = [...(composed.provenance ?? []), ...(composed.messages ?? []).flatMap(message => message.provenance ?? [])]
  return [...new Set(spans.map(span => span.layer))].sort((a, b) => a - b)
}
