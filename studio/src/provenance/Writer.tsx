import { Link } from 'wouter'
import { editorLink } from '../app/links'
import type { Composed, Span } from './segments'

/** The prompt that is composed, and the branch where it is not the default one. */
type Home = { project: string; path: string; branch: string | undefined }

/** Who wrote the piece that one points at or stands on. The place is always there, so that nothing jumps. */
export function Writer({ span, layers, ...home }: { span: Span | null; layers: Composed['layers'] } & Home) {
  const layer = span === null ? undefined : layers[span.layer]
  if (span === null || layer === undefined) return <p className="provenance quiet small">Point at a piece, or walk with the arrow keys, to see who wrote it.</p>
  return (
    <p className="provenance small" role="status">
      <span className={`written layer-${layer.layer}`}>{layer.layer}</span>
      {layer.scope && <span>for {layer.scope}</span>}
      {layer.path != null && <Where layer={layer} {...home} />}
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

function Where({ layer, project, path, branch }: { layer: Composed['layers'][number] } & Home) {
  const name = layer.version == null ? layer.path : `${layer.path}, version ${layer.version}`
  if (layer.path === path) return <span>this text</span>
  // A branch is of one project.
  const isHere = layer.project == null || layer.project === project
  return <Link href={editorLink(layer.project ?? project, layer.path!, isHere ? branch : undefined)}>{name}</Link>
}
