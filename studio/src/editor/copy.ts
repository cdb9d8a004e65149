import { readStored, writeStored } from '../lib/stored'
import { workName, type WorkPlace } from './spot'

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

/** Where a browser keeps the copy of one prompt and branch. */
export type Drawer = { read: () => Copy | null; write: (copy: Copy | null) => boolean }

/** The drawer of a prompt and branch in this browser. */
export function drawerOf(place: WorkPlace): Drawer {
  const name = `draft:${workName(place)}`
  return { read: () => readStored<Copy>(name), write: copy => writeStored(name, copy) }
}
