import { root, storageKey } from '../lib/base'
import { api, take } from './client'
import { heard, silence } from './connection'
import type { components } from './schema'

/** Something that moved on the server: a branch, an alias, a version, a key. */
export type Change = components['schemas']['FeedPage']['items'][number]

// A browser opens six connections to one server, however many tabs there are. So one tab of a browser listens, and tells the others; when it is
// closed, the lock passes on. Where locks are missing (plain HTTP on another machine) nobody listens, and screens ask again when they are looked at.

const again = 3000
const listeners = new Set<(change: Change) => void>()
let last: string | undefined

/** Calls back for each change that the server tells, from now on. */
export function onChange(listener: (change: Change) => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Follows the changes of an organisation until the answer is called. */
export function follow(organisation: string): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return () => {}
  const name = storageKey(`feed:${organisation}`)
  const channel = new BroadcastChannel(name)
  const ended = new AbortController()
  channel.onmessage = ({ data }: MessageEvent<Change>) => tell(data)
  void navigator.locks.request(name, { signal: ended.signal }, () => listen(organisation, channel, ended.signal)).catch(() => {})
  return () => {
    ended.abort()
    channel.close()
  }
}

function tell(change: Change) {
  last = change.id
  for (const listener of listeners) listener(change)
}

// Holds the lock until the tab no longer follows.
async function listen(organisation: string, channel: BroadcastChannel, ended: AbortSignal) {
  while (!ended.aborted) {
    try {
      last ??= await newest(organisation)
      await stream(organisation, channel, ended)
    } catch {
      // The server did not answer; the next try comes a moment later.
    }
    await pause(ended)
  }
}

async function newest(organisation: string) {
  const page = await take(api.GET('/api/v1/orgs/{organisation}/changes', { params: { path: { organisation }, query: { limit: 1 } } }))
  return String(page.sequence)
}

// The stream answers when it broke, or is no longer wanted.
function stream(organisation: string, channel: BroadcastChannel, ended: AbortSignal) {
  return new Promise<void>(resolve => {
    const source = new EventSource(`${root}/api/v1/orgs/${encodeURIComponent(organisation)}/changes?after=${last}`)
    const end = () => {
      source.close()
      resolve()
    }
    source.onopen = () => heard()
    source.onerror = () => {
      silence()
      end()
    }
    source.addEventListener('change', event => {
      const change = JSON.parse(event.data) as Change
      tell(change)
      channel.postMessage(change)
    })
    ended.addEventListener('abort', end)
  })
}

function pause(ended: AbortSignal) {
  return new Promise<void>(resolve => {
    const timer = setTimeout(resolve, again)
    ended.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
