import { root } from '../lib/base'

// Whether the server answers. It is asked again, a little less often each time, until it does.
let answers = true
let timer: ReturnType<typeof setTimeout> | undefined
let pause = 1000
const listeners = new Set<() => void>()

/** Whether the server answered last. */
export const isConnected = () => answers

/** Calls back whenever that changes. */
export function onConnection(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The server answered. */
export function heard() {
  pause = 1000
  clearTimeout(timer)
  timer = undefined
  set(true)
}

/** The server did not answer. Only the probe's own failures make the next one later, however many requests fail meanwhile. */
export function silence() {
  set(false)
  timer ??= setTimeout(probe, pause)
}

async function probe() {
  timer = undefined
  try {
    await fetch(`${root}/health`, { cache: 'no-store' })
    heard()
  } catch {
    pause = Math.min(pause * 1.5, 10_000)
    silence()
  }
}

function set(value: boolean) {
  if (answers === value) return
  answers = value
  for (const listener of listeners) listener()
}
