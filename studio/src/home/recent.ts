import { readStored, writeStored } from '../lib/stored'

/** A prompt that somebody opened in this browser. */
export type Opened = { project: string; path: string; at: string }

const name = 'recent'
const most = 12

/** What was opened, latest first. */
export const recent = (): Opened[] => readStored<Opened[]>(name) ?? []

/** Remembers that a prompt was opened. */
export const noteOpened = (project: string, path: string, now: Date) => writeStored(name, withOpened(recent(), { project, path, at: now.toISOString() }))

/** The list with one more at its head, each prompt once. */
export const withOpened = (list: Opened[], opened: Opened): Opened[] =>
  [opened, ...list.filter(({ project, path }) => project !== opened.project || path !== opened.path)].slice(0, most)
