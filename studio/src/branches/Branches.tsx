import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useOffer } from '../app/commands'
import { libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { step } from '../history/step'
import { Confirm } from '../ui/Confirm'
import { Empty, Failed, Loading } from '../ui/states'
import { useKeys } from '../ui/keys'
import { deleteBranch, makeDefault, renameBranch } from './acts'
import { BranchRow, type Asking } from './BranchRow'
import { useBranches, useDefaultBranch, useDivergence, type Branch, type Place } from './load'
import { NameSheet } from './NameSheet'
import { NewBranch } from './NewBranch'
import './branches.css'

const most = 50

/** The branches of a project: the default one first, the others by name. */
export default function Branches({ project }: { project: string }) {
  const { organisation, permissions } = useSession()
  const place = { organisation, project }
  const branches = useBranches(place)
  const main = useDefaultBranch(place)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [limit, setLimit] = useState(most)
  const list = useRef<HTMLUListElement>(null)
  const against = branches.data?.find(({ name }) => name === main)
  const all = [...(branches.data ?? [])].sort((a, b) => Number(b.name === main) - Number(a.name === main))
  const mayWrite = permissions.includes('write')
  const create = () => all[0] && setAsking({ kind: 'from', branch: all[0] })
  const close = () => setAsking(null)

  useOffer(mayWrite ? [{ name: 'New branch', kind: 'Branches', act: create }] : [])
  useKeys((event, combined) => {
    if (combined) return
    if (event.key === 'n' && mayWrite) create()
    else if (event.key === 'j' || event.key === 'k') step(list.current, event.key === 'j' ? 1 : -1)
    else return
    event.preventDefault()
  })

  const action = mayWrite && all.length > 0 && (
    <button type="button" className="primary" onClick={create}>
      <Plus size={16} />
      New branch
    </button>
  )
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Branches' }]} action={action}>
      {branches.data === undefined ? (
        branches.error ? <Failed error={branches.error} again={() => void branches.refetch()} /> : <Loading what="Loading the branches" />
      ) : against === undefined ? (
        <Empty title="This project has no branch yet" text="The first commit makes the default one. A branch is a place to try changes before anybody reads them." to={libraryLink(project)} action="Open the library" />
      ) : (
        <>
          <ul ref={list} className="branches" aria-label="Branches">
            {all.slice(0, limit).map(branch => (
              <BranchRow key={branch.name} place={place} branch={branch} main={against} permissions={permissions} onAsk={setAsking} />
            ))}
          </ul>
          {all.length === 1 && <p className="quiet pad">A branch is a place to try changes before anybody reads them. Merge it when it is good.</p>}
          {all.length > limit && (
            <p className="pad">
              <button type="button" onClick={() => setLimit(limit + most)}>
                Show more branches
              </button>
            </p>
          )}
          {asking !== null && <Question key={asking.kind + asking.branch.name} place={place} asking={asking} main={against} onClose={close} />}
        </>
      )}
    </Shell>
  )
}

function Question({ place, asking: { kind, branch }, main, onClose }: { place: Place; asking: Asking; main: Branch; onClose: () => void }) {
  if (kind === 'from') return <NewBranch place={place} from={branch.name} onClose={onClose} />
  if (kind === 'rename')
    return (
      <NameSheet open onClose={onClose} title={`Rename ${branch.name}`} about="Its commits stay. Whoever names it by its old name has to change that." action="Rename" name={branch.name} act={to => renameBranch(place, branch.name, to)} />
    )
  if (kind === 'default')
    return (
      <Confirm
        open
        onOpen={open => !open && onClose()}
        title={`Make ${branch.name} the default branch`}
        about={`Its history issues version numbers from then on. Each prompt whose text differs from that on ${main.name} gets its next number now, and whoever reads the latest version gets the text of ${branch.name}.`}
        action={`Make ${branch.name} the default`}
        act={() => makeDefault(place, branch.name)}
      />
    )
  return <Delete place={place} branch={branch} main={main} onClose={onClose} />
}

function Delete({ place, branch, main, onClose }: { place: Place; branch: Branch; main: Branch; onClose: () => void }) {
  const ahead = useDivergence(place, branch, main).data?.ahead
  const loss = ahead === undefined ? '' : ahead === 0 ? `${main.name} has everything that is on it.` : `${ahead === 1 ? 'One commit is' : `${ahead} commits are`} on it that ${main.name} has not.`
  return <Confirm open onOpen={open => !open && onClose()} title={`Delete ${branch.name}`} about={`${loss} Versions with a number stay.`.trim()} action="Delete" act={() => deleteBranch(place, branch)} />
}
