import { useMemo, useState } from 'react'
import { editTags } from '../edits'
import { tags } from '../filter'
import { tagList } from '../tagText'
import type { BulkProps } from './BulkSheet'

/** Adds tags, and takes away those that some of the prompts have. */
export function TagsForm({ place, items, frame }: BulkProps) {
  const had = useMemo(() => tags(items), [items])
  const [text, setText] = useState('')
  const [gone, setGone] = useState<string[]>([])
  const added = tagList(text)
  return frame({
    action: 'Change tags',
    ready: added.length + gone.length > 0,
    send: () => editTags(place, items, added, gone),
    fields: (
      <>
        <label htmlFor="bulk-tags">Add tags, between commas</label>
        <input id="bulk-tags" className="field" list="known-tags" autoFocus value={text} onChange={event => setText(event.target.value)} />
        {had.length > 0 && (
          <fieldset className="checks">
            <legend>Keep tags</legend>
            {had.map(([tag, many]) => (
              <label key={tag} className="row check">
                <input type="checkbox" checked={!gone.includes(tag)} onChange={event => setGone(event.target.checked ? gone.filter(other => other !== tag) : [...gone, tag])} />
                <span className="grow cut">{tag}</span>
                {items.length > 1 && <span className="quiet small">{many.toLocaleString('en')}</span>}
              </label>
            ))}
          </fieldset>
        )}
      </>
    ),
  })
}
