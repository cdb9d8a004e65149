import { useState } from 'react'
import { editCategory } from '../edits'
import type { BulkProps } from './BulkSheet'

/** Puts prompts into one category. */
export function CategoryForm({ place, items, frame }: BulkProps) {
  const [category, setCategory] = useState(() => (items.every(item => item.category === items[0]!.category) ? (items[0]!.category ?? '') : ''))
  return frame({
    action: category.trim() === '' ? 'Take the category away' : 'Set category',
    ready: true,
    send: () => editCategory(place, items, category.trim()),
    fields: (
      <>
        <label htmlFor="bulk-category">Category</label>
        <input id="bulk-category" className="field" list="known-categories" autoFocus value={category} aria-describedby="bulk-category-help" onChange={event => setCategory(event.target.value)} />
        <p id="bulk-category-help" className="quiet small">
          Without one, the category that a prompt's own file names counts again.
        </p>
      </>
    ),
  })
}
