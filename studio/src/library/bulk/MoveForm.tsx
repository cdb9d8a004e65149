import { useMemo, useState } from 'react'
import { folderOf, nameOf } from '../../lib/text'
import { movePrompts, renamePrompt } from '../edits'
import { folders } from '../filter'
import type { BulkProps } from './BulkSheet'

/** Moves prompts to a folder; one alone may get another name, too. */
export function MoveForm({ place, items, all, frame }: BulkProps) {
  const single = items.length === 1 ? items[0]! : undefined
  const known = useMemo(() => folders(all).map(([name]) => name), [all])
  const [folder, setFolder] = useState(() => (single === undefined ? '' : folderOf(single.path)))
  const [name, setName] = useState(() => (single === undefined ? '' : nameOf(single.path)))
  const target = folder.trim().replace(/^\/+|\/+$/g, '')
  const path = target === '' ? name.trim() : `${target}/${name.trim()}`
  return frame({
    action: 'Move',
    ready: single === undefined || (name.trim() !== '' && path !== single.path),
    send: () => (single === undefined ? movePrompts(place, items, target) : renamePrompt(place, single, path)),
    fields: (
      <>
        <label htmlFor="bulk-folder">Folder</label>
        <input id="bulk-folder" className="field mono" list="known-folders" autoFocus spellCheck={false} value={folder} placeholder="the top" onChange={event => setFolder(event.target.value)} />
        <datalist id="known-folders">
          {known.map(other => (
            <option key={other} value={other} />
          ))}
        </datalist>
        {single !== undefined && (
          <>
            <label htmlFor="bulk-name">Name</label>
            <input id="bulk-name" className="field mono" required spellCheck={false} value={name} onChange={event => setName(event.target.value)} />
          </>
        )}
        <p className="quiet small">Versions, numbers and aliases go along, and the old path leads to the new one.</p>
      </>
    ),
  })
}
