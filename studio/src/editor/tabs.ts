import { storageKey } from '../lib/base'
import type { Copy } from './copy'
import { workName, type WorkPlace } from './spot'

/** What the tabs of one browser tell one another about a prompt. */
export type Told = { kind: 'hello' | 'here' | 'gone' | 'committed' } | { kind: 'text'; copy: Copy }
export type Said = Told & { by: string }

/** The other tabs that show the same prompt on the same branch. */
export type Tabs = { say: (said: Said) => void; hear: (listener: (said: Said) => void) => void; close: () => void }

/** Opens the line between the tabs that show a prompt. */
export function tabsOf(place: WorkPlace): Tabs {
  const channel = new BroadcastChannel(storageKey(`work:${workName(place)}`))
  return {
    say: said => channel.postMessage(said),
    hear: listener => {
      channel.onmessage = event => listener(event.data as Said)
    },
    close: () => channel.close(),
  }
}

const asking = 60

/** Asks the other tabs what they have. They answer at once; where there are none, the wait is short. */
export function greet(tabs: Tabs, id: string, meet: (by: string) => void): { asked: Promise<void>; heard: () => Copy | null } {
  let copy: Copy | null = null
  const asked = new Promise<void>(resolve => {
    setTimeout(resolve, asking)
    tabs.hear(said => {
      if (said.by === id) return
      if (said.kind === 'text') copy = copy === null || said.copy.at > copy.at ? said.copy : copy
      if (said.kind !== 'gone') meet(said.by)
      if (said.kind === 'text' || said.kind === 'here') resolve()
    })
  })
  tabs.say({ kind: 'hello', by: id })
  return { asked, heard: () => copy }
}
