import type { MergedFile } from '../api/errors'
import { Choosing } from './Conflict'
import type { Choice } from './pieces'
import type { Sides } from './Resolver'

type Props = { file: MergedFile; choice: Choice | undefined; onChoice: (choice: Choice) => void; sides: Sides }

const reasons: Record<string, string> = {
  'modify/delete': 'One side changed this file, the other one deleted it.',
  binary: 'Both sides changed this file, and it is no text.',
  'rename/rename': 'Both sides moved this file, each to another place.',
  'rename/delete': 'One side moved this file, the other one deleted it.',
}

/** A file that cannot be settled line by line: one side is taken, or its absence. */
export function WholeFile({ file, choice, onChoice, sides }: Props) {
  return (
    <section className="merged-file conflict" data-open={choice === undefined} aria-label={file.path}>
      <h3 className="mono">{file.path}</h3>
      <p>{reasons[file.reason] ?? `Both sides changed this file (${file.reason}).`}</p>
      <div className="sides">
        <Version name={sides.ours} version={file.ours} chosen={choice?.take === 'ours' || choice?.take === 'both'} />
        <Version name={sides.theirs} version={file.theirs} chosen={choice?.take === 'theirs' || choice?.take === 'both'} />
      </div>
      {isText(file) ? (
        <Choosing choice={choice} onChoice={onChoice} sides={sides} start={() => file.ours?.text ?? file.theirs?.text ?? ''} />
      ) : (
        <div className="row choices" role="group" aria-label="What to take">
          <button type="button" aria-pressed={choice?.take === 'ours'} onClick={() => onChoice({ take: 'ours' })}>
            {file.ours == null ? `Delete it, as ${sides.ours}` : `Take ${sides.ours}`}
          </button>
          <button type="button" aria-pressed={choice?.take === 'theirs'} onClick={() => onChoice({ take: 'theirs' })}>
            {file.theirs == null ? `Delete it, as ${sides.theirs}` : `Take ${sides.theirs}`}
          </button>
        </div>
      )}
    </section>
  )
}

// With one side gone, or without texts, there is nothing to join or to edit.
const isText = (file: MergedFile) => file.ours?.text != null && file.theirs?.text != null

function Version({ name, version, chosen }: { name: string; version: MergedFile['ours']; chosen: boolean }) {
  return (
    <div className={chosen ? 'side-text chosen' : 'side-text'}>
      <p className="small quiet">{version != null && version.path !== '' ? `${name}: ${version.path}` : name}</p>
      {version == null ? <p className="quiet">Deleted.</p> : version.text == null ? <p className="quiet mono">{version.blob}</p> : <pre className="text">{version.text}</pre>}
    </div>
  )
}
