/** What would happen to a file. */
export type Fate = 'new' | 'changed' | 'unchanged' | 'left out'

/** A file that was chosen, with the id that the server gives its bytes; without one it is left out, for a reason. */
export type Candidate = { path: string; blob?: string; why?: string }

/** One line of the dry run. */
export type Planned = Candidate & { fate: Fate }

const most = 50_000
const largest = 10_485_760

/** The paths of chosen files below the folder that they came in: where all of them came in one, it is not part of them. */
export function relativePaths(paths: string[]): string[] {
  const first = paths[0]?.split('/', 1)[0]
  const inOne = paths.length > 0 && paths.every(path => path.includes('/') && path.split('/', 1)[0] === first)
  return inOne ? paths.map(path => path.slice(first!.length + 1)) : paths
}

/** A path in a folder, without slashes at its ends. */
export function below(folder: string, path: string) {
  const around = folder.trim().replace(/^\/+|\/+$/g, '')
  return around === '' ? path : `${around}/${path}`
}

/** Why a file is left out before anybody reads it; undefined where it is not. */
export function refusal(path: string, size: number): string | undefined {
  if (path.split('/').some(segment => segment.startsWith('.'))) return 'begins with a dot'
  if (size > largest) return 'has more than 10 MiB'
  return undefined
}

/** Why so many files cannot be taken at once; undefined where they can. */
export const tooMany = (files: number) => (files > most ? `These are ${files.toLocaleString('en')} files; one import takes ${most.toLocaleString('en')}. Choose a folder further down.` : undefined)

/** What an import would do to each file, in the order of paths, what changes first. */
export function plan(candidates: Candidate[], there: { path: string; blob: string }[]): Planned[] {
  const known = new Map(there.map(({ path, blob }) => [path, blob]))
  const fate = ({ path, blob }: Candidate): Fate => (blob === undefined ? 'left out' : !known.has(path) ? 'new' : known.get(path) === blob ? 'unchanged' : 'changed')
  const ranks: Fate[] = ['new', 'changed', 'left out', 'unchanged']
  return candidates
    .map(candidate => ({ ...candidate, fate: fate(candidate) }))
    .toSorted((a, b) => ranks.indexOf(a.fate) - ranks.indexOf(b.fate) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** Groups things so that each group stays below a size; one that is larger stands alone. */
export function inChunks<T>(items: T[], size: (item: T) => number, limit: number): T[][] {
  const chunks: T[][] = []
  let filled = Infinity
  for (const item of items) {
    if (filled + size(item) > limit) {
      chunks.push([])
      filled = 0
    }
    chunks.at(-1)!.push(item)
    filled += size(item)
  }
  return chunks
}
