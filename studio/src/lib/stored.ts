import { storageKey } from './base'

// Storage may be full, or refused by the browser's settings. What is kept there makes life easier, and nothing depends on it.

/** A value that was stored; null where there is none. */
export function readStored<T>(name: string): T | null {
  try {
    const text = localStorage.getItem(storageKey(name))
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** Stores a value; null removes it. Says whether it is stored. */
export function writeStored(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(storageKey(name))
    else localStorage.setItem(storageKey(name), JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
