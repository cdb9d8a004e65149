import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import type { PromptItem } from '../../api/queries'
import { FormError } from '../../ui/FormError'
import { Sheet } from '../../ui/Sheet'
import { named, type Place } from '../edits'
import { AliasForm } from './AliasForm'
import { CategoryForm } from './CategoryForm'
import { MoveForm } from './MoveForm'
import { TagsForm } from './TagsForm'

/** What each form is given. `send` does the work, tells what went wrong, and closes the sheet when it is done. */
export type BulkProps = { place: Place; items: PromptItem[]; all: PromptItem[]; frame: (parts: Framed) => ReactNode }

/** What stands in the frame of a form. */
export type Framed = { fields: ReactNode; action: string; ready: boolean; send: () => Promise<void> }

type Kind = 'tags' | 'category' | 'alias' | 'move'

const titles: Record<Kind, string> = { tags: 'Tags of', category: 'Category of', alias: 'Move an alias on', move: 'Move' }
const forms: Record<Kind, (props: BulkProps) => ReactNode> = { tags: TagsForm, category: CategoryForm, alias: AliasForm, move: MoveForm }

/** One edit of one or many prompts. */
export default function BulkSheet({ kind, place, items, all, onClose }: { kind: Kind; place: Place; items: PromptItem[]; all: PromptItem[]; onClose: (done: boolean) => void }) {
  const Form = forms[kind]
  return (
    <Sheet open onOpen={open => !open && onClose(false)} title={`${titles[kind]} ${named(items)}`}>
      <Form place={place} items={items} all={all} frame={parts => <Frame {...parts} close={onClose} />} />
    </Sheet>
  )
}

function Frame({ fields, action, ready, send, close }: Framed & { close: (done: boolean) => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      await send()
      close(true)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <form className="column" onSubmit={event => void submit(event)}>
      {fields}
      <FormError error={error} />
      <div className="row sheet-foot">
        <button type="button" onClick={() => close(false)}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={!ready || busy}>
          {action}
        </button>
      </div>
    </form>
  )
}
