import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { branchesLink, commitLink, libraryLink, mergeLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { toast } from '../app/toasts'
import { Files } from '../compare/Difference'
import { treeDiff } from '../compare/load'
import { useView } from '../compare/view'
import { shorten } from '../lib/text'
import { Empty, Failed, Loading } from '../ui/states'
import { BranchSelect } from './BranchSelect'
import { useBranches, useDefaultBranch, useDivergence, type Branch, type Place } from './load'
import { merge, usePreview, type Mode } from './merging'
import { NoBranch } from './NoBranch'
import { Settle } from './Settle'
import { told } from './Standing'
import '../compare/compare.css'
import './branches.css'

/** One branch brought into another: what comes, what conflicts, and the commit. */
export default function Merge({ project }: { project: string }) {
  const { organisation } = useSession()
  const place = { organisation, project }
  const main = useDefaultBranch(place)
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const from = search.get('from') ?? ''
  const into = search.get('into') ?? main
  const show = (left: string, right: string) => go(mergeLink(project, left, right), { replace: true })
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Branches', to: branchesLink(project) }, { name: 'Merge' }]}>
      {into === undefined ? (
        <Loading what="Loading the project" />
      ) : (
        <div className="merge-screen">
          <div className="compare-bar">
            <BranchSelect place={place} label="Branch that is brought in" value={from} onValue={branch => show(branch, into)} />
            <ArrowRight size={16} aria-label="into" role="img" />
            <BranchSelect place={place} label="Branch that takes it" value={into} onValue={branch => show(from, branch)} />
          </div>
          {from === '' || from === into ? (
            <Empty title="Choose two branches" text="What is on the first one is brought into the second one." />
          ) : (
            <Named key={`${from} ${into}`} place={place} from={from} into={into} />
          )}
        </div>
      )}
    </Shell>
  )
}

const modes: { value: Mode; name: string }[] = [
  { value: 'auto', name: 'A merge commit only where one is needed' },
  { value: 'merge', name: 'A merge commit, always' },
  { value: 'squash', name: 'One commit that has all of it' },
]

function Named({ place, from, into }: { place: Place; from: string; into: string }) {
  const branches = useBranches(place)
  if (branches.data === undefined) return branches.error ? <Failed error={branches.error} /> : <Loading what="Loading the branches" />
  const [source, target] = [from, into].map(wanted => branches.data.find(({ name }) => name === wanted))
  if (source === undefined || target === undefined) return <NoBranch project={place.project} branch={source === undefined ? from : into} />
  return <Preview place={place} source={source} target={target} refresh={() => branches.refetch()} />
}

function Preview({ place, source, target, refresh }: { place: Place; source: Branch; target: Branch; refresh: () => Promise<unknown> }) {
  const [from, into] = [source.name, target.name]
  const [mode, setMode] = useState<Mode>('auto')
  const { permissions } = useSession()
  const [, go] = useLocation()
  const preview = usePreview(place, from, into, mode)
  const standing = useDivergence(place, source, target)
  if (preview.data === undefined || standing.data === undefined) {
    const error = preview.error ?? standing.error
    return error ? <Failed error={error} again={() => void preview.refetch()} /> : <Loading what="Trying the merge" />
  }
  const { ahead, behind } = standing.data

  // Somebody may have been faster: what is shown next is what there is now.
  async function again(error: unknown): Promise<never> {
    await Promise.all([preview.refetch(), refresh()])
    throw error
  }

  if (preview.data.kind === 'up-to-date') return <Empty title={`${into} has everything that is on ${from}`} text="There is nothing to merge." to={branchesLink(place.project)} action="See the branches" />
  return (
    <>
      <div className="merge-told">
        <p>{told(from, into, ahead ?? 0, behind ?? 0)}</p>
        <p>{kinds(preview.data.kind, into)}</p>
      </div>
      {permissions.includes('write') ? (
        <Settle
          key={JSON.stringify(preview.data.conflicts.map(file => [file.path, file.ours?.blob, file.theirs?.blob]))}
          preview={preview.data}
          sides={{ ours: shorten(into, 32), theirs: shorten(from, 32) }}
          action={`Merge ${shorten(from, 32)} into ${shorten(into, 32)}`}
          suggestion={`Merge branch '${from}' into ${into}`}
          hasMessage={preview.data.kind !== 'fast-forward'}
          act={async settled => {
            const done = await merge(place, from, into, mode, { ...settled, expectedHead: target.head }).catch(again)
            toast(`Merged ${from} into ${into}`)
            go(commitLink(place.project, done.change?.head ?? target.head))
          }}
        >
          <label className="row mode">
            <span>Make</span>
            <select className="field" value={mode} onChange={event => setMode(event.target.value as Mode)}>
              {modes.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </Settle>
      ) : (
        <p className="quiet pad">Merging takes the permission write, which you do not have.</p>
      )}
      <Incoming place={place} from={from} base={standing.data.base ?? undefined} into={into} />
    </>
  )
}

const kinds = (kind: string, into: string) =>
  kind === 'fast-forward' ? `${into} moves forward; no commit is made.` : kind === 'squash' ? `${into} gets one commit.` : `${into} gets a merge commit.`

/** What the branch changed since both went their own ways. */
function Incoming({ place, from, into, base }: { place: Place; from: string; into: string; base: string | undefined }) {
  const { view } = useView()
  const since = base === undefined ? into : `sha:${base}`
  const diff = useQuery({ queryKey: ['diff', place.organisation, place.project, since, from], queryFn: () => treeDiff(place, since, from) })
  if (diff.data === undefined) return diff.error ? <Failed error={diff.error} /> : <Loading what="Comparing" />
  return (
    <section aria-label="What comes in">
      <h2 className="pad incoming">What comes in</h2>
      {diff.data.files.length === 0 ? <p className="quiet pad">No file changes.</p> : <Files diff={diff.data} view={view} />}
    </section>
  )
}
