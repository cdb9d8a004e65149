/** A folder of the library: its whole path, its own name, and how many prompts are in it at any depth. */
export type Folder = { path: string; name: string; count: number; folders: Folder[] }

/** One line of the tree as it is shown. */
export type Line = { folder: Folder; depth: number; open: boolean }

/** The folders as a tree, from the flat list of all of them by name. */
export function growTree(flat: [string, number][]): Folder[] {
  const top: Folder[] = []
  const known = new Map<string, Folder>()
  for (const [path, count] of flat) {
    const cut = path.lastIndexOf('/')
    const folder = { path, name: path.slice(cut + 1), count, folders: [] }
    known.set(path, folder)
    const around = cut === -1 ? undefined : known.get(path.slice(0, cut))
    ;(around?.folders ?? top).push(folder)
  }
  return top
}

/** The lines that are shown where some folders are open. */
export const shownLines = (tree: Folder[], open: ReadonlySet<string>, depth = 0): Line[] =>
  tree.flatMap(folder => {
    const isOpen = folder.folders.length > 0 && open.has(folder.path)
    return [{ folder, depth, open: isOpen }, ...(isOpen ? shownLines(folder.folders, open, depth + 1) : [])]
  })

/** The folders around a path, outermost first, without itself. */
export const around = (path: string) =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, segments) => segments.slice(0, index + 1).join('/'))
