import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { PromptItem } from '../api/queries'
import { editorLink } from '../app/links'
import { shorten } from '../lib/text'
import { ago, exactly } from '../lib/time'
import { useKeys } from '../ui/keys'

const rowHeight = 36
const longestName = 80

/** The rows that can be seen, out of any number. */
export function PromptList({ project, items }: { project: string; items: PromptItem[] }) {
  const view = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const [, go] = useLocation()
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => view.current, estimateSize: () => rowHeight, overscan: 12 })

  useEffect(() => setAt(0), [items])

  function move(to: number) {
    const there = Math.max(0, Math.min(items.length - 1, to))
    setAt(there)
    rows.scrollToIndex(there)
  }

  useKeys((event, combined) => {
    if (combined) return
    if (event.key === 'j') move(at + 1)
    else if (event.key === 'k') move(at - 1)
    else if (event.key === 'Enter' && !(event.target instanceof HTMLElement && event.target.closest('a, button'))) go(editorLink(project, items[at]!.path))
    else return
    event.preventDefault()
  })

  return (
    <div ref={view} className="rows" tabIndex={0} role="region" aria-label="List of prompts">
      <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li key={items[index]!.id} className={index === at ? 'prompt-row at' : 'prompt-row'} style={{ transform: `translateY(${start}px)` }}>
            <Row project={project} item={items[index]!} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Row({ project, item }: { project: string; item: PromptItem }) {
  const changed = new Date(item.updatedAt)
  return (
    <>
      <Link href={editorLink(project, item.path)} className="prompt-name cut" title={item.path}>
        {shorten(item.path, longestName)}
      </Link>
      {item.invalid && <span className="chip bad-text">does not parse</span>}
      <span className="quiet cut grow wide-only">{item.description}</span>
      <span className="row wide-only">
        {Object.entries(item.aliases).map(([alias, version]) => (
          <span key={alias} className="chip">
            {alias} {version}
          </span>
        ))}
      </span>
      <span className="quiet small version">v{item.version}</span>
      <time className="quiet small when wide-only" dateTime={item.updatedAt} title={exactly(changed)}>
        {ago(changed, new Date())}
      </time>
    </>
  )
}
