import { useMemo, useState } from 'react'
import type { PromptItem } from '../../api/queries'
import { count, shorten } from '../../lib/text'
import { editAlias } from '../edits'
import { aliases } from '../filter'
import type { BulkProps } from './BulkSheet'

const latest = 'latest'
const away = 'remove'
const shownFirst = 8

/** Moves an alias on prompts, and says first what that changes. */
export function AliasForm({ place, items, all, frame }: BulkProps) {
  const known = useMemo(() => aliases(all).map(([name]) => name), [all])
  const [alias, setAlias] = useState('')
  const [target, setTarget] = useState(latest)
  const name = alias.trim()
  const changes = name === '' ? [] : aliasChanges(items, name, target)
  const remove = target === away
  return frame({
    action: remove ? 'Remove the alias' : 'Move the alias',
    ready: changes.length > 0,
    send: () => editAlias(place, changes.map(({ item }) => item), { alias: name, ...(remove ? { remove } : target === latest ? {} : { from: target.slice(1) }) }),
    fields: (
      <>
        <label htmlFor="bulk-alias">Alias</label>
        <input id="bulk-alias" className="field" list="known-aliases" autoFocus spellCheck={false} value={alias} placeholder="production" onChange={event => setAlias(event.target.value)} />
        <datalist id="known-aliases">
          {known.map(other => (
            <option key={other} value={other} />
          ))}
        </datalist>
        <label htmlFor="bulk-alias-to">Move it to</label>
        <select id="bulk-alias-to" className="field" value={target} onChange={event => setTarget(event.target.value)}>
          <option value={latest}>each prompt's latest version</option>
          {known
            .filter(other => other !== name)
            .map(other => (
              <option key={other} value={`=${other}`}>
                where {other} is
              </option>
            ))}
          <option value={away}>nowhere: remove it</option>
        </select>
        {name !== '' && <Changes name={name} changes={changes} many={items.length} />}
      </>
    ),
  })
}

type AliasChange = { item: PromptItem; from: number | undefined; to: number | undefined }

/** What a move would change: prompts that lack what is followed, and those that stay where they are, are left out. */
export function aliasChanges(items: PromptItem[], alias: string, target: string): AliasChange[] {
  return items
    .map(item => ({ item, from: item.aliases[alias], to: target === away ? undefined : target === latest ? item.version : item.aliases[target.slice(1)] }))
    .filter(({ from, to }) => from !== to && (target === away || to !== undefined))
}

function Changes({ name, changes, many }: { name: string; changes: AliasChange[]; many: number }) {
  const rest = many - changes.length
  return (
    <div role="status" className="column">
      <ul className="boxed small">
        {changes.slice(0, shownFirst).map(({ item, from, to }) => (
          <li key={item.id} className="row">
            <span className="grow cut" title={item.path}>
              {shorten(item.path, 48)}
            </span>
            <span className="mono">
              {from === undefined ? 'none' : `v${from}`} → {to === undefined ? 'none' : `v${to}`}
            </span>
          </li>
        ))}
        {changes.length > shownFirst && <li className="quiet">and {count(changes.length - shownFirst, 'more prompt')}</li>}
        {changes.length === 0 && <li className="quiet">Nothing moves.</li>}
      </ul>
      {changes.length > 0 && (
        <p className="quiet small">
          Whoever asks for {name} gets this from then on.{rest > 0 && ` ${count(rest, 'prompt')} ${rest === 1 ? 'stays' : 'stay'} as ${rest === 1 ? 'it is' : 'they are'}.`}
        </p>
      )}
    </div>
  )
}
