import { ChevronDown, ChevronRight, Folder as FolderIcon, Inbox } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { readStored, writeStored } from '../lib/stored'
import { beginDrag, dragged, endDrag, type Load } from './drag'
import { around, growTree, shownLines, type Line } from './tree'

type Props = { project: string; folders: [string, number][]; total: number; chosen: string; choose: (folder: string) => void; onDrop?: ((load: Load, folder: string) => void) | undefined }

const opensAfter = 600

/** The folders as a tree: arrows walk and open, Enter chooses, and what is dropped on a folder moves there. */
export function FolderTree({ project, folders, total, chosen, choose, onDrop }: Props) {
  const name = `library-open:${project}`
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(readStored<string[]>(name) ?? []))
  const [focus, setFocus] = useState('')
  const tree = useMemo(() => growTree(folders), [folders])
  // What is chosen is never hidden in a closed folder.
  const lines = useMemo(() => shownLines(tree, new Set([...open, ...around(chosen)])), [tree, open, chosen])
  const view = useRef<HTMLDivElement>(null)

  function turn(path: string, wanted: boolean) {
    const next = new Set(open)
    if (wanted) next.add(path)
    else next.delete(path)
    writeStored(name, [...next])
    setOpen(next)
  }

  function walk(to: string | undefined) {
    if (to === undefined) return
    setFocus(to)
    view.current?.querySelector<HTMLElement>(`[data-folder="${CSS.escape(to)}"]`)?.focus()
  }

  function press(event: KeyboardEvent) {
    const paths = ['', ...lines.map(({ folder }) => folder.path)]
    const index = Math.max(0, paths.indexOf(focus))
    const line = lines[index - 1]
    if (event.key === 'ArrowDown') walk(paths[index + 1])
    else if (event.key === 'ArrowUp') walk(paths[index - 1])
    else if (event.key === 'ArrowRight' && line) line.open ? walk(paths[index + 1]) : turn(line.folder.path, true)
    else if (event.key === 'ArrowLeft' && line) line.open ? turn(line.folder.path, false) : walk(around(line.folder.path).at(-1))
    else if (event.key === 'Enter' || event.key === ' ') choose(focus === chosen ? '' : focus)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section aria-label="Folders">
      <h2 className="facet-title" id="folders-title">
        Folders
      </h2>
      <div ref={view} role="tree" aria-labelledby="folders-title" onKeyDown={press}>
        <Node path="" name="All prompts" count={total} depth={0} chosen={chosen === ''} focused={focus === ''} choose={() => choose('')} onFocus={setFocus} onDrop={onDrop} />
        {lines.map(line => (
          <Node
            key={line.folder.path}
            path={line.folder.path}
            name={line.folder.name}
            count={line.folder.count}
            depth={line.depth}
            open={line.folder.folders.length === 0 ? undefined : line.open}
            chosen={chosen === line.folder.path}
            focused={focus === line.folder.path}
            choose={() => choose(chosen === line.folder.path ? '' : line.folder.path)}
            turn={() => turn(line.folder.path, !line.open)}
            onFocus={setFocus}
            onDrop={onDrop}
          />
        ))}
      </div>
    </section>
  )
}

type NodeProps = {
  path: string
  name: string
  count: number
  depth: number
  open?: Line['open'] | undefined
  chosen: boolean
  focused: boolean
  choose: () => void
  turn?: () => void
  onFocus: (path: string) => void
  onDrop: Props['onDrop']
}

function Node({ path, name, count, depth, open, chosen, focused, choose, turn, onFocus, onDrop }: NodeProps) {
  const drop = useDrop(path, open === false ? turn : undefined, onDrop)
  const Icon = path === '' ? Inbox : FolderIcon
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={chosen}
      aria-expanded={open}
      tabIndex={focused ? 0 : -1}
      data-folder={path}
      className={drop.over ? 'facet folder over' : 'facet folder'}
      style={{ paddingLeft: 4 + depth * 12 }}
      title={path === '' ? undefined : path}
      draggable={onDrop !== undefined && path !== ''}
      onDragStart={event => beginDrag(event, { folder: path }, [path])}
      onDragEnd={endDrag}
      onClick={choose}
      onFocus={() => onFocus(path)}
      {...drop.handlers}
    >
      <span
        className="turn"
        onClick={event => {
          if (open === undefined) return
          event.stopPropagation()
          turn?.()
        }}
      >
        {open === undefined ? null : open ? <ChevronDown size={16} /> : <ChevronRight size={16} />}
      </span>
      <Icon size={16} aria-hidden />
      <span className="grow cut">{name}</span>
      <span className="quiet small">{count.toLocaleString('en')}</span>
    </div>
  )
}

/** Makes something take what is dragged; a closed folder opens when one waits over it. */
function useDrop(path: string, open: (() => void) | undefined, onDrop: Props['onDrop']) {
  const [over, setOver] = useState(false)
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    if (!over) return
    const timer = setTimeout(() => latest.current?.(), opensAfter)
    return () => clearTimeout(timer)
  }, [over])
  if (onDrop === undefined) return { over: false, handlers: {} }
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        const load = dragged()
        if (load === undefined || ('folder' in load && (path === load.folder || path.startsWith(`${load.folder}/`)))) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        const load = dragged()
        event.preventDefault()
        setOver(false)
        endDrag()
        if (load !== undefined) onDrop(load, path)
      },
    },
  }
}
