import type { DragEvent } from 'react'

/** What a dragged flag carries. */
export const flagType = 'application/x-quire-alias'

type Dragged = { alias: string; from: number; path: string }

/** Puts a flag into the hand. */
export function takeFlag(event: DragEvent, flag: Dragged) {
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData(flagType, JSON.stringify(flag))
}

/** The flag that is dropped; null where it is something else, or another prompt's. */
export function readFlag(event: DragEvent, path: string): { alias: string; from: number } | null {
  try {
    const flag = JSON.parse(event.dataTransfer.getData(flagType)) as Dragged
    return flag.path === path ? { alias: flag.alias, from: flag.from } : null
  } catch {
    return null
  }
}
