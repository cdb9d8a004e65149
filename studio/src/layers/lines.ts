/** A row of two texts beside each other: a line of the left one, of the right one, or of both. */
export type Row = { kind: 'same' | 'changed' | 'removed' | 'added'; left?: string; right?: string }

/** A row, or how many equal rows are left out. */
export type Shown = Row | { kind: 'gap'; rows: number }

/** Above this many pairs of lines the middle of the texts is shown as one change: nobody waits for a table of that size. */
const mostPairs = 4_000_000
const context = 3

/** Compares two texts line by line, by their longest common sequence of lines. */
export function compareLines(left: string, right: string): Row[] {
  const [a, b] = [left.split('\n'), right.split('\n')]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const same = (line: string): Row => ({ kind: 'same', left: line, right: line })
  return [...a.slice(0, head).map(same), ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), ...a.slice(a.length - tail).map(same)]
}

function middle(a: string[], b: string[]): Row[] {
  if (a.length * b.length > mostPairs) return paired(a, b)
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const rows: Row[] = []
  let [i, j, fromA, fromB] = [0, 0, 0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      rows.push(...paired(a.slice(fromA, i), b.slice(fromB, j)), { kind: 'same', left: a[i]!, right: b[j]! })
      fromA = ++i
      fromB = ++j
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++
    else j++
  }
  rows.push(...paired(a.slice(fromA), b.slice(fromB)))
  return rows
}

// Lines that stand in each other's place are one row.
function paired(a: string[], b: string[]): Row[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => {
    const [left, right] = [a[at], b[at]]
    if (left === undefined) return { kind: 'added', right: right! }
    return right === undefined ? { kind: 'removed', left } : { kind: 'changed', left, right }
  })
}

/** How many rows are not equal. */
export const changes = (rows: Row[]) => rows.filter(row => row.kind !== 'same').length

/** Leaves out what is equal, but for a few rows around each change. */
export function folded(rows: Row[]): Shown[] {
  const near = new Uint8Array(rows.length)
  rows.forEach((row, at) => {
    if (row.kind !== 'same') near.fill(1, Math.max(0, at - context), at + context + 1)
  })
  const shown: Shown[] = []
  for (let at = 0; at < rows.length; at++) {
    const last = shown.at(-1)
    if (near[at] === 1) shown.push(rows[at]!)
    else if (last?.kind === 'gap') last.rows++
    else shown.push({ kind: 'gap', rows: 1 })
  }
  return shown
}

/** Where two lines differ: what is between their equal beginning and their equal end. */
export function difference(left: string, right: string): { start: number; left: number; right: number } {
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start++
  let end = 0
  while (end < left.length - start && end < right.length - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end++
  return { start, left: left.length - start - end, right: right.length - start - end }
}
