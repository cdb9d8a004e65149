import { readStored, writeStored } from '../lib/stored'

/** What somebody typed and did not commit yet, as this browser keeps it and as its tabs tell one another. */
export type Copy = {
  source: string
  /** The commit that the text started from, and the content of the prompt there. */
  base: string
  blob: string
  /** When a key was pressed last, in milliseconds. */
  at: number
  /** The time of the server's draft that this text began from or is in; null where the server has none. */
  sent: string | null
  /** Whether something was typed that the server does not have yet. */
  unsent: boolean
}

/** Where a browser keeps the copy of one prompt. */
export type Drawer = { read: () => Copy | null; write: (copy: Copy | null) => boolean }

/** The drawer of a prompt in this browser. */
export function drawerOf(organisation: string, project: string, path: string): Drawer {
  const name = `draft:${organisation}:${project}:${path}`
  return { read: () => readStored<Copy>(name), write: copy => writeStored(name, copy) }
}
