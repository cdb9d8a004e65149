import type { components } from '../api/schema'

export type Diff = components['schemas']['Diff']
export type FileDifference = Diff['files'][number]
export type Section = NonNullable<FileDifference['sections']>[number]
export type Line = Section['lines'][number]

/** A line with its numbers on both sides; null on a side where it does not stand. */
export type Row = { line: Line; old: number | null; new: number | null }

/** Lines that are shown, unchanged lines that are folded, or unchanged lines that the server did not send. */
export type Part = { kind: 'rows'; rows: Row[] } | { kind: 'fold'; rows: Row[] } | { kind: 'gap'; lines: number }

const around = 3
const fewest = 4

/** The parts of a compared file: long unchanged stretches are folded. */
export function parts(sections: readonly Section[]): Part[] {
  const all: Part[] = []
  let reached = 1
  for (const section of sections) {
    if (section.oldLine > reached) all.push({ kind: 'gap', lines: section.oldLine - reached })
    const rows = numbered(section)
    all.push(...folded(rows))
    reached = section.oldLine + rows.filter(row => row.old !== null).length
  }
  return all
}

function numbered(section: Section): Row[] {
  let [old, now] = [section.oldLine, section.newLine]
  return section.lines.map(line => ({ line, old: line.kind === 'added' ? null : old++, new: line.kind === 'removed' ? null : now++ }))
}

function folded(rows: Row[]): Part[] {
  const all: Part[] = []
  let from = 0
  for (let at = 0; at <= rows.length; ) {
    const run = sameFrom(rows, at)
    if (run === 0) {
      at++
      continue
    }
    // The lines next to a change stay; at the file's ends there is a change on one side only.
    const [head, tail] = [at === 0 ? 0 : around, at + run === rows.length ? 0 : around]
    if (run - head - tail >= fewest && run < rows.length) {
      if (at + head > from) all.push({ kind: 'rows', rows: rows.slice(from, at + head) })
      all.push({ kind: 'fold', rows: rows.slice(at + head, at + run - tail) })
      from = at + run - tail
    }
    at += run
  }
  if (from < rows.length) all.push({ kind: 'rows', rows: rows.slice(from) })
  return all
}

function sameFrom(rows: Row[], at: number): number {
  let end = at
  while (end < rows.length && rows[end]!.line.kind === 'same') end++
  return end - at
}

/** The rows of both sides beside one another: what was removed stands beside what came in its place. */
export function pairs(rows: readonly Row[]): [Row | null, Row | null][] {
  const all: [Row | null, Row | null][] = []
  for (let at = 0; at < rows.length; ) {
    if (rows[at]!.line.kind === 'same') {
      all.push([rows[at]!, rows[at]!])
      at++
      continue
    }
    const [removed, added]: [Row[], Row[]] = [[], []]
    for (; at < rows.length && rows[at]!.line.kind !== 'same'; at++) (rows[at]!.line.kind === 'removed' ? removed : added).push(rows[at]!)
    for (let index = 0; index < Math.max(removed.length, added.length); index++) all.push([removed[index] ?? null, added[index] ?? null])
  }
  return all
}
