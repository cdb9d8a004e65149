import { useState } from 'react'
import { api, take } from '../api/client'
import { ApiError } from '../api/errors'
import { refresh, type Loaded } from '../api/queries'
import { toast, toastError } from '../app/toasts'
import { dropDraft, keepDraft, keptDraft } from './drafts'

type Place = { organisation: string; project: string; path: string; first: Loaded; load: () => Promise<Loaded> }

/** The text of one prompt while somebody works on it: what is committed, what is typed, and how the one becomes the other. */
export function useWork({ organisation, project, path, first, load }: Place) {
  const [base, setBase] = useState(first)
  const committed = base.prompt.source ?? ''
  const [source, setSource] = useState(() => keptDraft(project, path, committed)?.source ?? committed)
  const [restored, setRestored] = useState(() => source !== committed)
  // A draft of an earlier visit may have begun from another text than today's.
  const [began, setBegan] = useState(() => keptDraft(project, path, committed)?.blob ?? base.prompt.blob)
  const [theirs, setTheirs] = useState<Loaded | null>(null)
  const [busy, setBusy] = useState(false)

  function type(text: string) {
    setSource(text)
    keepDraft(project, path, { source: text, blob: began }, committed)
  }

  /** Takes a text for the committed one; what is typed becomes it, too. */
  function settle(now: Loaded) {
    dropDraft(project, path)
    setBase(now)
    setBegan(now.prompt.blob)
    setSource(now.prompt.source ?? '')
    setRestored(false)
    setTheirs(null)
    void refresh(organisation, project)
  }

  async function put(over: Loaded, message: string) {
    await take(
      api.PUT('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}', {
        params: { path: { organisation, project, path }, header: over.tag === null ? {} : { 'If-Match': over.tag } },
        body: { source, message },
      }),
    )
    const now = await load()
    settle(now)
    toast(now.prompt.version == null ? `Committed ${path}` : `Committed version ${now.prompt.version} of ${path}`)
  }

  /** Commits what is typed; where somebody else changed the text meanwhile, shows both. */
  async function commit(message: string, over?: Loaded) {
    setBusy(true)
    try {
      const now = over ?? (await load())
      if (over === undefined && now.prompt.blob !== began) setTheirs(now)
      else await put(now, message)
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) setTheirs(await load())
      else toastError(error)
    } finally {
      setBusy(false)
    }
  }

  return { base, source, committed, restored, theirs, busy, dirty: source !== committed, type, settle, commit, setTheirs, discard: () => settle(base) }
}
