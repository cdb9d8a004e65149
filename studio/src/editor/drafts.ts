import { readStored, writeStored } from '../lib/stored'

/** What somebody typed and did not commit yet, and the content that it started from. */
export type Draft = { source: string; blob: string }

const name = (project: string, path: string) => `draft:${project}:${path}`

/** The draft that this browser keeps; null where there is none that differs from what is committed. */
export function keptDraft(project: string, path: string, committed: string): Draft | null {
  const draft = readStored<Draft>(name(project, path))
  return draft === null || draft.source === committed ? null : draft
}

/** Keeps a draft; one that equals what is committed is none. */
export const keepDraft = (project: string, path: string, draft: Draft, committed: string) => writeStored(name(project, path), draft.source === committed ? null : draft)

/** Forgets it. */
export const dropDraft = (project: string, path: string) => writeStored(name(project, path), null)
