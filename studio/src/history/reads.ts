import { count } from '../lib/text'
import type { Reads } from './load'

type Part = { alias?: string; version?: number }

/** How often an alias or a version was read, and by how many keys. */
export function readsOf(reads: Reads, { alias, version }: Part): { reads: number; keys: number } {
  const items = reads.items.filter(item => (alias === undefined || item.alias === alias) && (version === undefined || item.version === version))
  return { reads: items.reduce((all, item) => all + item.count, 0), keys: new Set(items.map(item => item.key)).size }
}

/** Whom it concerns when an alias moves. */
export function concerned(reads: Reads, alias: string): string {
  const found = readsOf(reads, { alias })
  if (found.reads === 0) return `Nobody has read this prompt as ${alias} in the last 30 days.`
  const least = reads.truncated ? 'At least ' : ''
  return `${least}${count(found.reads, 'read')} as ${alias} in the last 30 days, by ${count(found.keys, 'key')}. They get the other text from then on.`
}
