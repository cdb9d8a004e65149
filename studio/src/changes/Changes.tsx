import { GitMerge } from 'lucide-react'
import { useRef } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { changesLink, commitLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { BranchSelect } from '../branches/BranchSelect'
import { useCommits, useDefaultBranch } from '../branches/load'
import { step } from '../history/step'
import { ago, exactly } from '../lib/time'
import { Empty, Failed, Loading } from '../ui/states'
import { useKeys } from '../ui/keys'
import './changes.css'

/** The commits of a branch, newest first. */
export default function Changes({ project }: { project: string }) {
  const { organisation } = useSession()
  const place = { organisation, project }
  const main = useDefaultBranch(place)
  const [search] = useSearchParams()
  const [, go] = useLocation()
  const branch = search.get('branch') ?? undefined
  const commits = useCommits(place, branch)
  const list = useRef<HTMLUListElement>(null)
  const items = commits.data?.pages.flatMap(page => page.items)

  useKeys((event, combined) => {
    if (combined || (event.key !== 'j' && event.key !== 'k')) return
    step(list.current, event.key === 'j' ? 1 : -1)
    event.preventDefault()
  })

  const action = main !== undefined && <BranchSelect place={place} label="Branch" value={branch ?? main} onValue={to => go(changesLink(project, to === main ? undefined : to))} />
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Changes' }]} action={action}>
      {items === undefined ? (
        commits.error ? <Failed error={commits.error} again={() => void commits.refetch()} /> : <Loading what="Loading the commits" />
      ) : items.length === 0 ? (
        <Empty title="Nothing was committed yet" text="Every change to a prompt stands here, with who made it and why." to={libraryLink(project)} action="Open the library" />
      ) : (
        <ul ref={list} className="commits" aria-label={`Commits of ${branch ?? main ?? 'the default branch'}`}>
          {items.map(commit => (
            <li key={commit.id} className="commit-row" data-entry="" tabIndex={-1} onKeyDown={event => event.key === 'Enter' && event.target === event.currentTarget && go(commitLink(project, commit.id))}>
              <Link href={commitLink(project, commit.id)} className="cut commit-title" title={commit.message}>
                {commit.message.split('\n')[0]}
              </Link>
              {commit.parents.length > 1 && <GitMerge size={16} aria-label="merge" role="img" />}
              <span className="quiet small cut wide-only">{commit.author.name}</span>
              <code className="quiet small wide-only">{commit.id.slice(0, 7)}</code>
              <time className="quiet small" dateTime={commit.author.time} title={exactly(new Date(commit.author.time))}>
                {ago(new Date(commit.author.time), new Date())}
              </time>
            </li>
          ))}
        </ul>
      )}
      {commits.hasNextPage && (
        <p className="pad">
          <button type="button" disabled={commits.isFetchingNextPage} onClick={() => void commits.fetchNextPage()}>
            Show older commits
          </button>
        </p>
      )}
    </Shell>
  )
}
