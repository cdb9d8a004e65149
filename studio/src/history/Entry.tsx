import { Ellipsis } from 'lucide-react'
import { useState, type DragEvent } from 'react'
import { count } from '../lib/text'
import { ago, exactly } from '../lib/time'
import { Author } from '../app/Author'
import { Menu, type MenuItem } from '../ui/Menu'
import { Changed } from './Changed'
import { Flag } from './Flag'
import { flagType, readFlag } from './drag'
import type { AliasMove } from './acts'
import type { Place, Version } from './load'
import { noteKey } from './TagsSheet'
import { Usage } from './Usage'

/** What may be done with a version. */
export type Acts = { onMove: (move: AliasMove) => void; onTags: (version: Version) => void; onBack: (version: number) => void; onDelete: (version: Version) => void; onCompare: (from: number, to: number) => void }

type Props = { item: Version; before: number | undefined; latest: number; aliases: { alias: string; version: number }[]; reads: number; mayWrite: boolean; place: Place; acts: Acts }

/** A version of the timeline with its flags. */
export function Entry({ item, before, latest, aliases, reads, mayWrite, place, acts }: Props) {
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const [isOver, setOver] = useState(false)
  const { version } = item
  const time = new Date(item.createdAt)
  const [title, ...rest] = item.message.trim().split('\n')
  const tags = Object.entries((item.tags ?? {}) as Record<string, string>)
  const note = tags.find(([key]) => key === noteKey)?.[1]

  function drop(event: DragEvent) {
    setOver(false)
    const flag = readFlag(event, place.path)
    if (flag === null || flag.from === version || item.invalid) return
    event.preventDefault()
    acts.onMove({ ...flag, to: version })
  }

  function over(event: DragEvent) {
    if (!mayWrite || item.invalid || !event.dataTransfer.types.includes(flagType)) return
    event.preventDefault()
    setOver(true)
  }

  return (
    <li
      className={isOver ? 'entry over' : 'entry'}
      data-entry=""
      tabIndex={-1}
      aria-label={`Version ${version}`}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onKeyDown={event => {
        if (event.target !== event.currentTarget || before === undefined) return
        if (event.key === 'Enter') setOpen(!open)
        else if (event.key === 'c') acts.onCompare(before, version)
      }}
    >
      <div className="row entry-head">
        <strong>Version {version}</strong>
        {version === latest && <span className="chip quiet wide-only">latest</span>}
        {item.aliases.map(alias => (
          <Flag key={alias} place={place} alias={alias} version={version} latest={latest} mayWrite={mayWrite} acts={acts} />
        ))}
        {item.invalid && <span className="chip bad-text">does not parse</span>}
        <span className="grow" />
        {before !== undefined && (
          <button type="button" className="plain small" aria-expanded={open} onClick={() => setOpen(!open)}>
            What changed
          </button>
        )}
        {mayWrite && version !== latest && !item.invalid && (
          <button type="button" className="plain small wide-only" onClick={() => acts.onBack(version)}>
            Roll back to {version}
          </button>
        )}
        <Menu label={`Version ${version}`} items={lines()}>
          <button type="button" className="icon" aria-label={`More about version ${version}`}>
            <Ellipsis size={16} />
          </button>
        </Menu>
      </div>
      <p className="message">{title}</p>
      {rest.length > 0 && <p className="quiet message">{rest.join('\n').trim()}</p>}
      {note !== undefined && <p className="note">{note}</p>}
      <p className="quiet small entry-foot">
        <span>
          <Author name={item.author} />,{' '}
          <time dateTime={item.createdAt} title={exactly(time)}>
            {ago(time, new Date())}
          </time>
        </span>
        {reads > 0 && <span>{count(reads, 'read')} in 30 days</span>}
        {tags
          .filter(([key]) => key !== noteKey)
          .map(([key, value]) => (
            <span key={key} className="chip">
              {key}: {value}
            </span>
          ))}
      </p>
      {used && <Usage place={place} version={version} />}
      {open && before !== undefined && <Changed place={place} from={before} to={version} />}
    </li>
  )

  function lines(): MenuItem[] {
    const others = item.invalid ? [] : aliases.filter(other => other.version !== version)
    return [
      ...(version === latest ? [] : [{ name: `Compare with latest`, act: () => acts.onCompare(version, latest) }]),
      ...(before === undefined ? [] : [{ name: `Compare with version ${before}`, act: () => acts.onCompare(before, version) }]),
      { name: used ? 'Hide who used it' : 'Show who used it', act: () => setUsed(!used) },
      ...(mayWrite
        ? ([
            'line',
            ...others.map(({ alias, version: from }) => ({ name: `Move ${alias} here…`, act: () => acts.onMove({ alias, from, to: version }) })),
            ...(item.invalid ? [] : [{ name: 'Set a new alias here…', act: () => acts.onMove({ alias: '', from: null, to: version }) }]),
            { name: 'Note and tags…', act: () => acts.onTags(item) },
            'line',
            ...(version === latest || item.invalid ? [] : [{ name: `Roll back to ${version}`, act: () => acts.onBack(version) }]),
            { name: 'Delete this version…', bad: true, act: () => acts.onDelete(item) },
          ] as MenuItem[])
        : []),
    ]
  }
}
