import type { MergedFile } from '../api/errors'
import { merged } from '../merge/pieces'
import { useSettling } from '../merge/resolution'
import { Resolver } from '../merge/Resolver'
import { Sheet } from '../ui/Sheet'

type Props = { file: MergedFile | null; theirs: string; busy: boolean; onClose: () => void; onResolved: (text: string | null) => void }

/** Shows where somebody else's text and one's own meet, and commits what was made of both. */
export function ConflictSheet({ file, theirs, busy, onClose, onResolved }: Props) {
  const about = file?.clean === true ? 'Both changes fit together. This is what comes out.' : 'Your text is kept until everything is settled, and the other one stays in the history.'
  return (
    <Sheet open={file !== null} onOpen={open => open || onClose()} title="Somebody else changed this prompt meanwhile" about={about} className="wide">
      {file !== null && <Settle key={file.ours?.blob ?? ''} file={file} theirs={theirs} busy={busy} onClose={onClose} onResolved={onResolved} />}
    </Sheet>
  )
}

function Settle({ file, theirs, busy, onClose, onResolved }: Omit<Props, 'file'> & { file: MergedFile }) {
  const settling = useSettling([file])
  return (
    <>
      <Resolver settling={settling} sides={{ ours: theirs, theirs: 'my text' }} />
      <div className="row sheet-foot">
        <button type="button" onClick={onClose}>
          Edit on
        </button>
        <button type="button" className="primary" disabled={busy || settling.open > 0} onClick={() => onResolved(merged(file, settling.choices))}>
          Commit the merged text
        </button>
      </div>
    </>
  )
}
