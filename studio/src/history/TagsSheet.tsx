import { Plus, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import { setTags } from './acts'
import type { Place, Version } from './load'

/** The tag that the timeline shows as a note. */
export const noteKey = 'note'

const longest = 1000

/** Asks for a version's note and its other tags. */
export function TagsSheet({ place, version, onClose }: { place: Place; version: Version | null; onClose: () => void }) {
  return (
    <Sheet open={version !== null} onOpen={open => !open && onClose()} title={version === null ? '' : `Note and tags of version ${version.version}`} about="They stand beside the text: the version stays what it is.">
      {version !== null && <Form place={place} version={version} close={onClose} />}
    </Sheet>
  )
}

function Form({ place, version, close }: { place: Place; version: Version; close: () => void }) {
  const before = (version.tags ?? {}) as Record<string, string>
  const [note, setNote] = useState(before[noteKey] ?? '')
  const [rows, setRows] = useState(() => Object.entries(before).filter(([key]) => key !== noteKey))
  const [error, setError] = useState<unknown>()
  const change = (index: number, row: [string, string]) => setRows(rows.map((old, at) => (at === index ? row : old)))

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      const now = Object.fromEntries([...rows.filter(([key]) => key.trim() !== ''), ...(note.trim() === '' ? [] : [[noteKey, note.trim()]])] as [string, string][])
      const gone = Object.keys(before).filter(key => !(key in now))
      await setTags(place, version.version, { ...Object.fromEntries(gone.map(key => [key, null])), ...now }, before)
      close()
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <form className="column" onSubmit={event => void submit(event)}>
      <label htmlFor="note">Note</label>
      <textarea id="note" className="field note-field" rows={3} maxLength={longest} autoFocus value={note} onChange={event => setNote(event.target.value)} />
      {rows.map(([key, value], index) => (
        <div key={index} className="row">
          <input className="field" aria-label={`Name of tag ${index + 1}`} placeholder="name" value={key} onChange={event => change(index, [event.target.value, value])} />
          <input className="field" aria-label={`Value of tag ${index + 1}`} placeholder="value" maxLength={longest} value={value} onChange={event => change(index, [key, event.target.value])} />
          <button type="button" className="icon" aria-label={`Remove tag ${key}`} onClick={() => setRows(rows.filter((_, at) => at !== index))}>
            <X size={16} />
          </button>
        </div>
      ))}
      <FormError error={error} />
      <div className="row sheet-foot">
        <button type="button" onClick={() => setRows([...rows, ['', '']])}>
          <Plus size={16} />
          Add a tag
        </button>
        <span className="grow" />
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" className="primary">
          Save
        </button>
      </div>
    </form>
  )
}
