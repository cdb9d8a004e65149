import { Provenance } from '../provenance/Provenance'
import { Failed } from '../ui/states'
import type { Live } from './live'

/** The rendered prompt; what it was before, while the text does not render. */
export function Preview({ live: { preview, error }, project, path, branch }: { live: Live; project: string; path: string; branch: string | undefined }) {
  if (preview === null) return error === undefined ? <p className="quiet pad">Rendering…</p> : <Failed error={error} />
  return (
    <Provenance composed={preview} project={project} path={path} branch={branch}>
      {error !== undefined && <p className="stale">The text does not render at the moment. This is what it was before.</p>}
    </Provenance>
  )
}
