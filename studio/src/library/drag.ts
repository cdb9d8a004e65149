import type { DragEvent } from 'react'
import { count } from '../lib/text'

/** What is being dragged: prompts by id, or a folder. The browser hides it until it is dropped, so it is kept here. */
export type Load = { ids: number[] } | { folder: string }

let load: Load | undefined

/** Begins to drag. Other pages get the paths as text. */
export function beginDrag(event: DragEvent, what: Load, paths: string[]) {
  load = what
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', paths.join('\n'))
  if (paths.length > 1) showCount(event, paths.length)
}

/** What is dragged now, where it is the Studio's own. */
export const dragged = () => load

/** Nothing is dragged any more. */
export const endDrag = () => (load = undefined)

function showCount(event: DragEvent, many: number) {
  const badge = document.createElement('div')
  badge.className = 'drag-badge'
  badge.textContent = count(many, 'prompt')
  document.body.append(badge)
  event.dataTransfer.setDragImage(badge, 0, 0)
  setTimeout(() => badge.remove())
}
