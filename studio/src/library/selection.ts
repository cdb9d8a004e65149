/** What is selected, by id, and from where Shift goes on. */
export type Selection = { ids: ReadonlySet<number>; anchor: number | null }

/** Nothing. */
export const nothing: Selection = { ids: new Set(), anchor: null }

/** Selects one, or takes it away again. */
export function toggled({ ids }: Selection, id: number): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Selects everything between the anchor and an item as well, in the order that is shown. Without an anchor that is shown, only the item. */
export function extended({ ids, anchor }: Selection, order: { id: number }[], id: number): Selection {
  const to = order.findIndex(item => item.id === id)
  const from = order.findIndex(item => item.id === anchor)
  if (to === -1) return { ids, anchor }
  const between = from === -1 ? [order[to]!] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...ids, ...between.map(item => item.id)]), anchor: from === -1 ? id : anchor }
}

/** Selects all that are shown; where all of them are already, nothing. */
export const allOrNone = ({ ids }: Selection, order: { id: number }[]): Selection =>
  order.length > 0 && order.every(({ id }) => ids.has(id)) ? nothing : { ids: new Set([...ids, ...order.map(({ id }) => id)]), anchor: null }

/** What an action is for: the selected ones, or where nothing is selected the one that is pointed at. */
export function chosen<T extends { id: number }>({ ids }: Selection, items: T[], at: T | undefined): T[] {
  if (ids.size > 0 && (at === undefined || ids.has(at.id))) return items.filter(({ id }) => ids.has(id))
  return at === undefined ? [] : [at]
}
