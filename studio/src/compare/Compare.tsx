import { ArrowLeftRight } from 'lucide-react'
import { useRef } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useOffer } from '../app/commands'
import { compareLink, editorLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { useBranches, useDefaultBranch } from '../branches/load'
import { nameOf } from '../lib/text'
import { Choice } from '../ui/Choice'
import { Empty, Failed, Loading } from '../ui/states'
import { useKeys } from '../ui/keys'
import { readSide, tellSelector, writeSide, type Side } from './address'
import { Difference } from './Difference'
import { useDiff } from './load'
import { jump } from './jump'
import { SideField } from './SideField'
import { SideHead } from './SideHead'
import { useView } from './view'
import './compare.css'

const views = [
  { value: 'sides', name: 'Side by side' },
  { value: 'inline', name: 'Inline' },
] as const

/** Two addresses beside one another. */
export default function Compare({ project }: { project: string }) {
  const { organisation } = useSession()
  const [search] = useSearchParams()
  const [from, to] = [readSide(search.get('from') ?? '', organisation, project), readSide(search.get('to') ?? '', organisation, project)]
  const place = { organisation, project }
  const branches = useBranches(place).data ?? []
  const main = useDefaultBranch(place)
  const library = { name: project, to: libraryLink(project) }
  if ('wrong' in from || 'wrong' in to) {
    return (
      <Shell project={project} crumbs={[library, { name: 'Compare' }]}>
        <Empty title="There is nothing to compare at this address" text={[from, to].flatMap(side => ('wrong' in side ? [side.wrong] : [])).join(' ')} to={libraryLink(project)} action="Choose a prompt in the library" />
      </Shell>
    )
  }
  const isOne = from.path !== null && from.path === to.path
  // Who came from a branch goes back to it; a tag has no editor.
  const branch = branches.find(({ name }) => name !== main && to.selector === `ref:${name}`)?.name
  const tell = (side: Side) => (isOne || side.path === null ? tellSelector(side.selector) : `${nameOf(side.path)} ${tellSelector(side.selector)}`)
  const crumbs = isOne ? [library, { name: from.path ?? '', to: editorLink(project, from.path ?? '', branch) }] : [library]
  return (
    <Shell project={project} crumbs={[...crumbs, { name: `Compare ${tell(from)} with ${tell(to)}` }]}>
      <Sides project={project} from={from} to={to} />
    </Shell>
  )
}

function Sides({ project, from, to }: { project: string; from: Side; to: Side }) {
  const { organisation } = useSession()
  const place = { organisation, project }
  const isMixed = (from.path === null) !== (to.path === null)
  const diff = useDiff(place, from, to, !isMixed)
  const { view, chosen, choose, isNarrow } = useView()
  const body = useRef<HTMLDivElement>(null)
  const [, go] = useLocation()
  const show = (left: Side, right: Side) => go(compareLink(project, writeSide(left), writeSide(right)), { replace: true })
  const swap = () => show(to, from)
  const turn = () => choose(chosen === 'sides' ? 'inline' : 'sides')

  useOffer([
    { name: 'Swap the sides', kind: 'Compare', act: swap },
    { name: chosen === 'sides' ? 'Compare inline' : 'Compare side by side', kind: 'Compare', act: turn },
  ])
  useKeys((event, combined) => {
    if (combined) return
    if (event.key === 'v') turn()
    else if (event.key === 'w') swap()
    else if (event.key === 'n' || event.key === 'p') jump(body.current, event.key === 'n' ? 1 : -1)
    else return
    event.preventDefault()
  })

  return (
    <div className="compare">
      <div className="compare-bar">
        <SideField project={project} side={from} name="Before" onSide={side => show(side, to)} />
        <button type="button" className="icon" aria-label="Swap the sides" title="Swap the sides (w)" onClick={swap}>
          <ArrowLeftRight size={16} />
        </button>
        <SideField project={project} side={to} name="After" onSide={side => show(from, side)} />
        {!isNarrow && <Choice label="How to show it" options={views} value={chosen} onValue={choose} />}
      </div>
      {from.path !== null && to.path !== null && (
        <div className="compare-heads">
          <SideHead place={place} side={from} />
          <SideHead place={place} side={to} />
        </div>
      )}
      <div ref={body}>
        {isMixed ? (
          <Empty title="A prompt and a whole branch cannot be compared" text="Choose two prompts, or two branches, tags or commits." />
        ) : diff.data === undefined ? (
          diff.error ? (
            <Failed error={diff.error} again={() => void diff.refetch()} />
          ) : (
            <Loading what="Comparing" />
          )
        ) : (
          <Difference place={place} from={from} to={to} diff={diff.data} view={view} />
        )}
      </div>
    </div>
  )
}
