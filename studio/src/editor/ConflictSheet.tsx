import type { Loaded } from '../api/queries'
import { Sheet } from '../ui/Sheet'

type Props = { theirs: Loaded | null; mine: string; onClose: () => void; onMine: () => void; onTheirs: () => void }

/** Shows both texts where somebody else committed in between. Nothing is lost before somebody chose. */
export function ConflictSheet({ theirs, mine, onClose, onMine, onTheirs }: Props) {
  return (
    <Sheet
      open={theirs !== null}
      onOpen={onClose}
      title="Somebody else changed this prompt"
      about={`Version ${theirs?.prompt.version ?? ''} came while you typed. Your text is kept until you choose; the other one stays in the history.`}
      className="wide"
    >
      <div className="both">
        <section>
          <h3>Committed: {theirs?.prompt.message ?? 'the other text'}</h3>
          <pre className="text boxed">{theirs?.prompt.source}</pre>
        </section>
        <section>
          <h3>Yours</h3>
          <pre className="text boxed">{mine}</pre>
        </section>
      </div>
      <div className="row">
        <button type="button" className="primary" onClick={onMine}>
          Put mine over it
        </button>
        <button type="button" onClick={onTheirs}>
          Drop mine
        </button>
        <button type="button" onClick={onClose}>
          Edit on
        </button>
      </div>
    </Sheet>
  )
}
