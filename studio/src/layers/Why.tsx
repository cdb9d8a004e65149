import { Link } from 'wouter'
import { editorLink } from '../app/links'
import { Coded } from '../ui/Coded'
import type { Chosen } from './Picture'
import { shutBy, type Point } from './story'

const behaviors: Record<string, string> = {
  append: 'Contributions stand after the default.',
  prepend: 'Contributions stand before the default, the last one first.',
  replace: 'The last contribution stands in place of the default.',
  inject: 'Contributions stand inside the default.',
}

/** Why the chosen piece stands or does not; else what the chosen merge point does with what it is given. */
export function Why({ project, chosen, points }: { project: string; chosen: Chosen | undefined; points: Point[] }) {
  const point = points.find(candidate => candidate.mergePoint === chosen?.point)
  return (
    <p className="why" role="status">
      {point === undefined ? <span className="quiet">Choose a merge point or a piece to see why it is as it is. What stands in it is framed in the text below.</span> : chosen?.piece ? <Piece project={project} chosen={chosen} /> : <Rules point={point} />}
    </p>
  )
}

function Piece({ project, chosen: { point, piece } }: { project: string; chosen: Chosen }) {
  if (piece === undefined) return null
  const { by, name, locks, reason, path, version, project: home } = piece
  return (
    <>
      <strong>
        {by} {name}
      </strong>{' '}
      at <code>{point}</code>: <Coded text={sentence(reason)} /> {locks && by !== 'base' && 'It locks the merge point for the layers above. '}
      {path !== undefined && (
        <Link href={editorLink(home ?? project, path)}>
          {path}
          {version !== undefined && ` version ${version}`}
        </Link>
      )}
    </>
  )
}

function Rules({ point }: { point: Point }) {
  const shut = shutBy(point)
  return (
    <>
      <code>{point.mergePoint}</code>: {point.user ? 'It takes the text of the user, and nothing else.' : point.locked ? 'The base locks it: no layer may contribute.' : behaviors[point.behavior]}{' '}
      {shut !== undefined && !point.locked && `The ${shut} layer locks it for the layers above. `}
      {point.required && 'It is required: it may not stay empty. '}
      <span className="quiet">Line {point.line} of the base.</span>
    </>
  )
}

const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`)
