import type { KeyboardEvent } from 'react'

/**
 * Moves the focus between the buttons of a table with the arrow keys, Home and End: one key leads into the table and one out of it. Rows are what has
 * the role `row`.
 */
export function rove(event: KeyboardEvent<HTMLElement>) {
  const rows = [...event.currentTarget.querySelectorAll('[role=row]')].map(row => [...row.querySelectorAll('button')]).filter(row => row.length > 0)
  const at = rows.findIndex(row => row.includes(event.target as HTMLButtonElement))
  if (at < 0) return
  const next = target(rows, at, rows[at]!.indexOf(event.target as HTMLButtonElement), event.key)
  if (next === undefined) return
  event.preventDefault()
  for (const button of rows.flat()) button.tabIndex = button === next ? 0 : -1
  next.focus()
}

function target(rows: HTMLButtonElement[][], row: number, column: number, key: string): HTMLButtonElement | undefined {
  switch (key) {
    case 'ArrowRight':
      return rows[row]![column + 1] ?? rows[row + 1]?.[0]
    case 'ArrowLeft':
      return rows[row]![column - 1] ?? rows[row - 1]?.at(-1)
    case 'ArrowDown':
      return nearest(rows[row + 1], rows[row]![column]!)
    case 'ArrowUp':
      return nearest(rows[row - 1], rows[row]![column]!)
    case 'Home':
      return rows[row]![0]
    case 'End':
      return rows[row]!.at(-1)
    default:
      return undefined
  }
}

// The one that stands most nearly above or below.
function nearest(row: HTMLButtonElement[] | undefined, from: HTMLElement): HTMLButtonElement | undefined {
  const left = (button: HTMLElement) => button.getBoundingClientRect().left
  return row?.reduce((best, button) => (Math.abs(left(button) - left(from)) < Math.abs(left(best) - left(from)) ? button : best))
}
