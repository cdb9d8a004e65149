import { readStored, writeStored } from '../lib/stored'

/** A prompt that somebody opened in this browser; the branch is told where it is not the default one. */
export type Opened = { project: string; path: string; branch?: string; at: string }

const name = 'recent'
const most = 12

/** What was opened, latest first. */
export const recent = (): Opened[] => readStored<Opened[]>(name) ?? []

/** Remembers that a prompt was opened. */
export const noteOpened = (place: Omit<Opened, 'at'>, now: Date) => writeStored(name, withOpened(recent(), { ...place, at: now.toISOString() }))

/** The list with one more at its head, each prompt and branch once. */
export const withOpened = (list: Opened[], opened: Opened): Opened[] =>
  [opened, ...list.filter(({ project, path, branch }) => project !== opened.project || path !== opened.path || branch !== opened.branch)].slice(0, most)
