import type { PromptItem } from '../api/queries'

/** By what the list is in order. */
export type Order = { by: 'path' | 'version' | 'updatedAt'; down: boolean }

/** The prompts in an order; the server's own is by path. */
export function inOrder(items: PromptItem[], { by, down }: Order): PromptItem[] {
  if (by === 'path') return down ? items.toReversed() : items
  const sign = down ? -1 : 1
  return items.toSorted((a, b) => (a[by] === b[by] ? 0 : a[by] < b[by] ? -sign : sign))
}

/** The order after somebody pressed the head of a column: what is newest or highest comes first, and pressing again turns it. */
export const pressed = (order: Order, by: Order['by']): Order => (order.by === by ? { by, down: !order.down } : { by, down: by !== 'path' })
