import { Ellipsis } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { api, take } from '../api/client'
import { refresh } from '../api/queries'
import { useOffer } from '../app/commands'
import { editorLink, historyLink, layersLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { toast } from '../app/toasts'
import { NewPrompt } from '../library/NewPrompt'
import { Confirm } from '../ui/Confirm'
import { FormError } from '../ui/FormError'
import { Menu } from '../ui/Menu'
import { Sheet } from '../ui/Sheet'
import { discard } from './Notices'
import { serverOf } from './server'
import type { Seen } from './seen'
import type { Work } from './work'

type Props = { project: string; path: string; branch: string; work: Work; seen: Seen; onCommit: () => void }

/** What is done with the prompt as a whole. */
export function EditorMenu({ project, path, branch, work, seen, onCommit }: Props) {
  const { organisation } = useSession()
  const [, go] = useLocation()
  const [open, setOpen] = useState<'new' | 'move' | 'delete' | null>(null)
  const close = () => setOpen(null)

  useOffer([
    ...(seen.dirty ? [{ name: 'Commit what I typed', kind: 'Action', act: onCommit }] : []),
    { name: 'New prompt', kind: 'Action', act: () => setOpen('new') },
    { name: `Rename or move ${path}`, kind: 'Action', act: () => setOpen('move') },
    { name: `Delete ${path}`, kind: 'Action', act: () => setOpen('delete') },
    { name: `Layers of ${path}`, kind: 'Screen', act: () => go(layersLink(project, path)) },
    { name: `History of ${path}`, kind: 'Screen', act: () => go(historyLink(project, path)) },
  ])

  async function remove() {
    const place = { organisation, project, path }
    await take(api.DELETE('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}', { params: { path: place } }))
    await refresh(organisation, project)
    toast(`Deleted ${path}`, async () => {
      await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/trash/{path}/restore', { params: { path: place } }))
      await refresh(organisation, project)
      go(editorLink(project, path))
    })
    go(libraryLink(project))
  }

  return (
    <>
      <Menu
        label="The prompt"
        items={[
          { name: 'New prompt…', act: () => setOpen('new') },
          { name: 'Rename or move…', act: () => setOpen('move') },
          'line',
          { name: 'Discard what I typed', disabled: !seen.dirty, act: () => void discard(work, toast) },
          { name: 'Delete…', bad: true, act: () => setOpen('delete') },
        ]}
      >
        <button type="button" className="icon" aria-label="More about this prompt">
          <Ellipsis size={16} />
        </button>
      </Menu>
      <NewPrompt project={project} open={open === 'new'} onOpen={close} />
      <Sheet open={open === 'move'} onOpen={close} title="Rename or move" about={`${path} keeps its history and its aliases under the new path.`}>
        <Move project={project} path={path} branch={branch} work={work} seen={seen} />
      </Sheet>
      <Confirm open={open === 'delete'} onOpen={close} title="Delete this prompt" about={`${path} goes to the trash. Its versions stay, and whoever names one of them still gets it.`} action="Delete" act={remove} />
    </>
  )
}

function Move({ project, path, branch, work, seen }: Omit<Props, 'onCommit'>) {
  const { organisation } = useSession()
  const [, go] = useLocation()
  const [to, setTo] = useState(path)
  const [error, setError] = useState<unknown>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/move', { params: { path: { organisation, project, path } }, body: { to } }))
      if (seen.dirty) await carry()
      await refresh(organisation, project)
      toast(`Moved ${path} to ${to}`)
      go(editorLink(project, to))
    } catch (failure) {
      setError(failure)
    }
  }

  // What is typed goes along, and still is not committed.
  async function carry() {
    const server = serverOf(organisation, project, to, branch)
    await server.keep(work.seen().source, (await server.load()).prompt.commit)
    await work.leave()
  }

  return (
    <form className="column" onSubmit={event => void submit(event)}>
      <label htmlFor="move-to">New path</label>
      <input id="move-to" className="field mono" autoFocus required spellCheck={false} value={to} onChange={event => setTo(event.target.value)} />
      <FormError error={error} />
      <button type="submit" className="primary" disabled={to === path}>
        Move
      </button>
    </form>
  )
}
