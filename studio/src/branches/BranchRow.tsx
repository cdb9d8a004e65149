import { Ellipsis, GitBranch } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { toastError } from '../app/toasts'
import { branchLink, changesLink, commitLink, compareLink, mergeLink } from '../app/links'
import { shorten } from '../lib/text'
import { ago, exactly } from '../lib/time'
import { Author } from '../app/Author'
import { Menu, type MenuItem } from '../ui/Menu'
import { protect } from './acts'
import { useCommit, type Branch, type Place } from './load'
import { Standing } from './Standing'

/** What asks for more than a click. */
export type Asking = { kind: 'rename' | 'delete' | 'default' | 'from'; branch: Branch }

type Props = { place: Place; branch: Branch; main: Branch; permissions: readonly string[]; onAsk: (asking: Asking) => void }

const longestName = 60

/** A branch, where it stands, and what may be done with it. */
export function BranchRow({ place, branch, main: against, permissions, onAsk }: Props) {
  const [, go] = useLocation()
  const head = useCommit(place, branch.head).data
  const { name } = branch
  const { project } = place
  const main = against.name
  const isMain = name === main
  const time = head === undefined ? undefined : new Date(head.committer.time)
  const ask = (kind: Asking['kind']) => () => onAsk({ kind, branch })
  const [mayWrite, mayManage] = [permissions.includes('write') && (!branch.protected || permissions.includes('manage')), permissions.includes('manage')]

  const items: MenuItem[] = [
    { name: 'See its prompts', act: () => go(branchLink(project, name)) },
    { name: 'See its changes', act: () => go(changesLink(project, name)) },
    ...(isMain
      ? []
      : [
          { name: `Compare with ${main}`, act: () => go(compareLink(project, `ref:${main}`, `ref:${name}`)) },
          { name: `Merge into ${main}…`, act: () => go(mergeLink(project, name, main)) },
          { name: `Bring it up to ${main}…`, act: () => go(mergeLink(project, main, name)) },
        ]),
    ...(permissions.includes('write') ? (['line', { name: 'New branch from here…', act: ask('from') }] as MenuItem[]) : []),
    ...(mayWrite && (!isMain || mayManage) ? [{ name: 'Rename…', act: ask('rename') }] : []),
    ...(mayManage ? [{ name: branch.protected ? 'Lift its protection' : 'Protect', act: () => void protect(place, name, !branch.protected).catch(toastError) }] : []),
    ...(mayManage && !isMain ? [{ name: 'Make it the default branch…', act: ask('default') }] : []),
    ...(mayWrite && !isMain ? (['line', { name: 'Delete…', bad: true, act: ask('delete') }] as MenuItem[]) : []),
  ]

  return (
    <li className="branch" data-entry="" tabIndex={-1} aria-label={name} onKeyDown={event => event.key === 'Enter' && event.target === event.currentTarget && go(branchLink(project, name))}>
      <GitBranch size={16} aria-hidden="true" />
      <div className="grow">
        <p className="row branch-head">
          <Link href={branchLink(project, name)} title={name} className="branch-name">
            {shorten(name, longestName)}
          </Link>
          {isMain && <span className="chip">default</span>}
          {branch.protected && <span className="chip">protected</span>}
          {!isMain && <Standing place={place} branch={branch} against={against} />}
        </p>
        <p className="quiet small branch-foot">
          {head !== undefined && time !== undefined && (
            <>
              <span>
                <time dateTime={head.committer.time} title={exactly(time)}>
                  {ago(time, new Date())}
                </time>{' '}
                by <Author name={head.author.name} />:
              </span>
              <Link href={commitLink(project, head.id)} className="plain-link cut">
                {head.message.split('\n')[0]}
              </Link>
            </>
          )}
        </p>
      </div>
      {!isMain && (
        <Link href={mergeLink(project, name, main)} className="small wide-only">
          Merge into {shorten(main, 24)}
        </Link>
      )}
      <Menu label={`Branch ${name}`} items={items}>
        <button type="button" className="icon" aria-label={`More about ${name}`}>
          <Ellipsis size={16} />
        </button>
      </Menu>
    </li>
  )
}
