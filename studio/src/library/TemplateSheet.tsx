import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { api, take } from '../api/client'
import { refresh, type PromptItem } from '../api/queries'
import { editorLink } from '../app/links'
import { toast } from '../app/toasts'
import { folderOf } from '../lib/text'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import type { Place } from './edits'

/** Makes a prompt of a template and opens it. */
export default function TemplateSheet({ place, item, onClose }: { place: Place; item: PromptItem; onClose: () => void }) {
  const [, go] = useLocation()
  const folder = folderOf(item.path)
  const [to, setTo] = useState(folder === '' ? '' : `${folder}/`)
  const [error, setError] = useState<unknown>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/instantiate', { params: { path: { ...place, path: item.path } }, body: { to } }))
      await refresh(place.organisation, place.project)
      toast(`Made ${to} of ${item.path}`)
      go(editorLink(place.project, to))
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <Sheet open onOpen={open => !open && onClose()} title={`Make a prompt of ${item.path}`} about="The new prompt begins as a copy and says what it was made of. Nothing ties the two together afterwards.">
      <form className="column" onSubmit={event => void submit(event)}>
        <label htmlFor="template-to">Path of the new prompt</label>
        <input id="template-to" className="field mono" autoFocus required spellCheck={false} value={to} onChange={event => setTo(event.target.value)} />
        <FormError error={error} />
        <button type="submit" className="primary">
          Make the prompt
        </button>
      </form>
    </Sheet>
  )
}
