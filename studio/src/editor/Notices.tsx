import { toastError } from '../app/toasts'
import { ago } from '../lib/time'
import type { Seen } from './seen'
import type { Work } from './work'

/** What one should know before one types on: other tabs, other browsers, and other people. */
export function Notices({ seen, work }: { seen: Seen; work: Work }) {
  const { other, elsewhere, late, latest } = seen
  return (
    <div role="status">
      {other !== null && (
        <div className="notice row">
          <p className="grow">You typed another text of this prompt in another browser, {ago(new Date(other.updatedAt), new Date())}. Both are kept until you choose.</p>
          <button type="button" onClick={() => work.choose('this')}>
            Keep this text
          </button>
          <button type="button" onClick={() => work.choose('other')}>
            Take the other text
          </button>
        </div>
      )}
      {late && (
        <p className="notice">
          {latest.prompt.author ?? 'Somebody'} committed {latest.prompt.version == null ? 'another text' : `version ${latest.prompt.version}`} since you began. When you commit, both are merged.
        </p>
      )}
      {elsewhere && <p className="notice">This prompt is open in another tab, too. Both tabs show the same text, whichever one you type in.</p>}
    </div>
  )
}

/** Goes back to what is committed, and tells how to come back. */
export async function discard(work: Work, say: (text: string, undo: () => Promise<void>) => void) {
  try {
    say('Discarded what you typed', await work.discard())
  } catch (error) {
    toastError(error)
  }
}
