import { Link } from 'wouter'
import { editorLink } from '../app/links'
import type { Composed, Span } from './segments'

/** Who wrote the piece that one points at or stands on. The place is always there, so that nothing jumps. */
export function Writer({ span, layers, project, path }: { span: Span | null; layers: Composed['layers']; project: string; path: string }) {
  const layer = span === null ? undefined : layers[span.layer]
  if (span === null || layer === undefined) return <p className="provenance quiet small">Point at a piece, or walk with the arrow keys, to see who wrote it.</p>
  return (
    <p className="provenance small" role="status">
      <span className={`written layer-${layer.layer}`}>{layer.layer}</span>
      {layer.scope && <span>for {layer.scope}</span>}
      {layer.path != null && <Where layer={layer} project={project} path={path} />}
      {span.mergePoint && (
        <span>
          merge point <code>{span.mergePoint}</code>
        </span>
      )}
      {span.variable && (
        <span>
          variable <code>{span.variable}</code>
        </span>
      )}
    </p>
  )
}

function Where({ layer, project, path }: { layer: Composed['layers'][number]; project: string; path: string }) {
  const name = layer.version == null ? layer.path : `${layer.path}, version ${layer.version}`
  if (layer.path === path) return <span>this text</span>
  return <Link href={editorLink(layer.project ?? project, layer.path!)}>{name}</Link>
}
