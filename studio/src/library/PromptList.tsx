import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useLocation } from 'wouter'
import type { PromptItem } from '../api/queries'
import { editorLink } from '../app/links'
import { isTyping, useKeys } from '../ui/keys'
import { columns, gridOf, type Column } from './columns'
import { beginDrag, endDrag } from './drag'
import { Row, type RowActions } from './Row'
import { allOrNone, chosen, extended, nothing, toggled, type Selection } from './selection'
import { pressed, type Order } from './sorting'

const rowHeight = 36

type Props = {
  project: string
  items: PromptItem[]
  hidden: Column[]
  order: Order
  onOrder: (order: Order) => void
  selection: Selection
  onSelection: (selection: Selection) => void
  mayWrite: boolean
  on: Omit<RowActions, 'select'>
  /** A key that is not the list's own, with the row that it is for. */
  onKey: (key: string, item: PromptItem | undefined) => boolean
}

/** The rows that can be seen, out of any number. */
export function PromptList({ project, items, hidden, order, onOrder, selection, onSelection, mayWrite, on, onKey }: Props) {
  const view = useRef<HTMLDivElement>(null)
  const [atId, setAtId] = useState<number>()
  const [, go] = useLocation()
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => view.current, estimateSize: () => rowHeight, overscan: 12 })
  const at = Math.max(0, atId === undefined ? 0 : items.findIndex(({ id }) => id === atId))
  const shown = useMemo(() => columns.map(({ id }) => id).filter(id => !hidden.includes(id)), [hidden])

  // The rows are drawn anew only where they change: what they call back stays the same function.
  const latest = useRef({ items, selection, onSelection, on })
  latest.current = { items, selection, onSelection, on }
  const steady = useMemo<RowActions>(
    () => ({
      select: (item, extend) => {
        const now = latest.current
        setAtId(item.id)
        now.onSelection(extend ? extended(now.selection, now.items, item.id) : toggled(now.selection, item.id))
      },
      menu: (item, point) => latest.current.on.menu(item, point),
      tags: (item, tags) => latest.current.on.tags(item, tags),
      category: (item, category) => latest.current.on.category(item, category),
    }),
    [],
  )

  function move(to: number, extend: boolean) {
    const there = Math.max(0, Math.min(items.length - 1, to))
    const item = items[there]
    if (item === undefined) return
    if (extend) {
      const begun = selection.anchor === null ? toggled(selection, items[at]!.id) : selection
      onSelection(extended(begun, items, item.id))
    }
    setAtId(item.id)
    rows.scrollToIndex(there)
  }

  function act(event: { key: string; shiftKey: boolean; target: EventTarget | null }): boolean {
    const { key, shiftKey } = event
    const onControl = event.target instanceof HTMLElement && event.target.closest('a, button, [role=tree]') !== null
    const item = items[at]
    if (key === 'j' || key === 'J') move(at + 1, shiftKey)
    else if (key === 'k' || key === 'K') move(at - 1, shiftKey)
    else if (key === 'x' || key === 'X') item && steady.select(item, shiftKey)
    else if (key === 'Escape' && selection.ids.size > 0) onSelection(nothing)
    else if (key === 'Enter' && item && !onControl) go(editorLink(project, item.path))
    else return onKey(key, item)
    return true
  }

  useKeys((event, combined) => {
    if (combined && event.key.toLowerCase() === 'a' && !isTyping(event.target)) onSelection(allOrNone({ ids: new Set(), anchor: null }, items))
    else if (combined || !act(event)) return
    event.preventDefault()
  })

  function arrows(event: KeyboardEvent) {
    if (event.target !== view.current) return
    if (event.key === 'ArrowDown') move(at + 1, event.shiftKey)
    else if (event.key === 'ArrowUp') move(at - 1, event.shiftKey)
    else return
    event.preventDefault()
  }

  function openMenu(event: MouseEvent, item: PromptItem) {
    event.preventDefault()
    setAtId(item.id)
    on.menu(item, { x: event.clientX, y: event.clientY })
  }

  return (
    <div ref={view} className="rows" tabIndex={0} role="region" aria-label="List of prompts" onKeyDown={arrows}>
      <div role="table" aria-label="Prompts" aria-rowcount={items.length + 1} style={{ ['--grid' as string]: gridOf(hidden) }}>
        <div role="rowgroup" className="list-head">
          <Head items={items} hidden={hidden} order={order} onOrder={onOrder} selection={selection} onSelection={onSelection} />
        </div>
        <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = items[index]!
            const selected = selection.ids.has(item.id)
            return (
              <div
                key={item.id}
                role="row"
                aria-rowindex={index + 2}
                className={`prompt-row${index === at ? ' at' : ''}${selected ? ' selected' : ''}`}
                style={{ transform: `translateY(${start}px)` }}
                draggable={mayWrite}
                onDragStart={event => {
                  const taken = chosen(selection, items, item)
                  beginDrag(event, { ids: taken.map(({ id }) => id) }, taken.map(({ path }) => path))
                }}
                onDragEnd={endDrag}
                onContextMenu={event => openMenu(event, item)}
              >
                <Row project={project} item={item} columns={shown} selected={selected} mayWrite={mayWrite} on={steady} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Head({ items, hidden, order, onOrder, selection, onSelection }: Pick<Props, 'items' | 'hidden' | 'order' | 'onOrder' | 'selection' | 'onSelection'>) {
  const all = items.length > 0 && items.every(({ id }) => selection.ids.has(id))
  return (
    <div role="row" aria-rowindex={1} className="prompt-row head-row">
      <span role="columnheader">
        <input
          type="checkbox"
          aria-label={`Select all ${items.length.toLocaleString('en')} prompts`}
          checked={all}
          ref={box => {
            if (box) box.indeterminate = !all && selection.ids.size > 0
          }}
          onChange={() => onSelection(allOrNone(selection, items))}
        />
      </span>
      <Sorter name="Name" by="path" order={order} onOrder={onOrder} />
      {columns
        .filter(({ id }) => !hidden.includes(id))
        .map(column =>
          'by' in column ? (
            <Sorter key={column.id} className={`cell-${column.id}`} name={column.name} by={column.by} order={order} onOrder={onOrder} />
          ) : (
            <span key={column.id} role="columnheader" className={`cell-${column.id}`}>
              {column.name}
            </span>
          ),
        )}
      <span role="columnheader">
        <span className="hidden-text">Actions</span>
      </span>
    </div>
  )
}

type SorterProps = { name: string; className?: string; by: Order['by']; order: Order; onOrder: (order: Order) => void }

function Sorter({ name, className, by, order, onOrder }: SorterProps) {
  const here = order.by === by
  return (
    <span role="columnheader" className={className} aria-sort={here ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sorter" onClick={() => onOrder(pressed(order, by))}>
        {name}
        {here && (order.down ? <ArrowDown size={12} /> : <ArrowUp size={12} />)}
      </button>
    </span>
  )
}
