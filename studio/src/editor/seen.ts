import type { MergedFile } from '../api/errors'
import type { Loaded } from '../api/queries'
import type { Draft } from './server'

/** Where the text that is typed is kept. */
export type Kept = 'committed' | 'saving' | 'server' | 'browser' | 'nowhere'

/** What one sees of the work on a prompt. */
export type Seen = {
  /** What is committed now, as far as this tab knows. */
  latest: Loaded
  source: string
  /** Grows whenever the text was replaced, and not typed. */
  stamp: number
  dirty: boolean
  kept: Kept
  /** Why the server did not keep the text. */
  problem: unknown
  /** Whether this text was found, and not typed in this tab. */
  restored: boolean
  /** Whether somebody committed another text since this one was begun. */
  late: boolean
  conflict: { file: MergedFile; message: string; branch: string | undefined } | null
  /** A text of the same person from another browser that this one does not know of. */
  other: Draft | null
  elsewhere: boolean
  busy: boolean
}
