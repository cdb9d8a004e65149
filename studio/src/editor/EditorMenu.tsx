import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { refresh } from '../api/queries'
import { useOffer } from '../app/commands'
import { branchLink, editorLink, historyLink, layersLink, libraryLink } from '../app/links'
import { toast } from '../app/toasts'
import { useBranches } from '../branches/load'
import { NewPrompt } from '../library/NewPrompt'
import { Confirm } from '../ui/Confirm'
import { FormError } from '../ui/FormError'
import { Menu } from '../ui/Menu'
import { Sheet } from '../ui/Sheet'
import { useSubmit } from '../ui/useSubmit'
import { deletePrompt, movePrompt } from './acts'
import { discard } from './Notices'
import { serverOf } from './server'
import type { Seen } from './seen'
import { carried, type Spot } from './spot'
import type { Work } from './work'

type Props = { spot: Spot; work: Work; seen: Seen; onCommit: () => void }

/** What is done with the prompt as a whole. */
export function EditorMenu({ spot, work, seen, onCommit }: Props) {
  const { project, path, branch, main } = spot
  const other = carried(spot)
  const branches = useBranches(spot).data ?? []
  const [, go] = useLocation()
  const [open, setOpen] = useState<'new' | 'move' | 'delete' | null>(null)
  const close = () => setOpen(null)

  useOffer([
    ...(seen.dirty ? [{ name: 'Commit what I typed', kind: 'Action', act: onCommit }] : []),
    { name: 'New prompt', kind: 'Action', act: () => setOpen('new') },
    { name: `Rename or move ${path}`, kind: 'Action', act: () => setOpen('move') },
    { name: `Delete ${path}`, kind: 'Action', act: () => setOpen('delete') },
    { name: `Layers of ${path}`, kind: 'Screen', act: () => go(layersLink(project, path)) },
    { name: `History of ${path}`, kind: 'Screen', act: () => go(historyLink(project, path, other)) },
    ...branches.filter(({ name }) => name !== branch).map(({ name }) => ({ name: `Edit ${path} on ${name}`, kind: 'Branch', act: () => go(editorLink(project, path, carried({ branch: name, main }))) })),
  ])

  async function remove() {
    const back = await deletePrompt(spot, seen.latest.prompt)
    toast(other === undefined ? `Deleted ${path}` : `Deleted ${path} on ${other}`, async () => {
      await back()
      go(editorLink(project, path, other))
    })
    go(other === undefined ? libraryLink(project) : branchLink(project, other))
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
      <NewPrompt project={project} branch={other} open={open === 'new'} onOpen={close} />
      <Sheet open={open === 'move'} onOpen={close} title="Rename or move" about={`${path} keeps its history and its aliases under the new path.`}>
        <Move spot={spot} work={work} seen={seen} />
      </Sheet>
      <Confirm open={open === 'delete'} onOpen={close} title="Delete this prompt" about={other === undefined ? `${path} goes to the trash. Its versions stay, and whoever names one of them still gets it.` : `${path} goes from ${other}. On ${main} it stays until the branch is merged.`} action="Delete" act={remove} />
    </>
  )
}

function Move({ spot, work, seen }: Omit<Props, 'onCommit'>) {
  const { organisation, project, path } = spot
  const [, go] = useLocation()
  const [to, setTo] = useState(path)
  const { busy, error, submit } = useSubmit(async () => {
    await movePrompt(spot, seen.latest.prompt, to)
    if (seen.dirty) await carry()
    await refresh(organisation, project)
    toast(`Moved ${path} to ${to}`)
    go(editorLink(project, to, carried(spot)))
  })

  // What is typed goes along, and still is not committed.
  async function carry() {
    const server = serverOf({ ...spot, path: to })
    await server.keep(work.seen().source, (await server.load()).prompt.commit)
    await work.leave()
  }

  return (
    <form className="column" onSubmit={submit}>
      <label htmlFor="move-to">New path</label>
      <input id="move-to" className="field mono" autoFocus required spellCheck={false} value={to} onChange={event => setTo(event.target.value)} />
      <FormError error={error} />
      <button type="submit" className="primary" disabled={busy || to === path}>
        Move
      </button>
    </form>
  )
}
