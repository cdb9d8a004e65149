/** Shortens a long name in its middle, so that its beginning and its end can be told from others. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const head = Math.ceil((most - 1) / 2)
  return `${text.slice(0, head)}…${text.slice(text.length - (most - 1 - head))}`
}

/** `1 prompt`, `2 prompts`. */
export const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** The folder of a path, '' at the top. */
export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The last segment of a path. */
export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
