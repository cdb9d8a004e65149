/** Every folder that the paths stand in, at any depth, sorted. */
export function foldersOf(paths: string[]): string[] {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (folders.has(path.slice(0, end))) break
      folders.add(path.slice(0, end))
    }
  }
  return [...folders].sort()
}

/** The paths in a folder, at any depth; all of them for the root. Slashes around the folder do not count. */
export function inside(paths: string[], folder: string): string[] {
  const clean = folder.trim().replace(/^\/+|\/+$/g, '')
  return clean === '' ? paths : paths.filter(path => path.startsWith(`${clean}/`))
}
