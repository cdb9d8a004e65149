import { GitMerge } from 'lucide-react'
import { useRef, type ReactElement } from 'react'
import { Link, useLocation } from 'wouter'
import { commitLink } from '../app/links'
import { useCommits, type Commit, type Place } from '../branches/load'
import { step } from '../history/step'
import { Author } from '../app/Author'
import { Ago } from '../ui/Ago'
import { useKeys } from '../ui/keys'
import { Failed, Loading } from '../ui/states'
import './changes.css'

type Props = { place: Place; branch: string | undefined; file?: string; label: string; empty: ReactElement }

/** The commits of a branch, newest first; where a file is named, those that changed it. */
export function CommitList({ place, branch, file, label, empty }: Props) {
  const commits = useCommits(place, branch, file)
  const list = useRef<HTMLUListElement>(null)
  const items = commits.data?.pages.flatMap(page => page.items)

  useKeys((event, combined) => {
    if (combined || (event.key !== 'j' && event.key !== 'k')) return
    step(list.current, event.key === 'j' ? 1 : -1)
    event.preventDefault()
  })

  if (items === undefined) return commits.error ? <Failed error={commits.error} again={() => void commits.refetch()} /> : <Loading what="Loading the commits" />
  if (items.length === 0) return empty
  return (
    <>
      <ul ref={list} className="commits" aria-label={label}>
        {items.map(commit => (
          <Row key={commit.id} project={place.project} commit={commit} />
        ))}
      </ul>
      {commits.hasNextPage && (
        <p className="pad">
          <button type="button" disabled={commits.isFetchingNextPage} onClick={() => void commits.fetchNextPage()}>
            Show older commits
          </button>
        </p>
      )}
    </>
  )
}

function Row({ project, commit }: { project: string; commit: Commit }) {
  const [, go] = useLocation()
  const link = commitLink(project, commit.id)
  return (
    <li className="list-row" data-entry="" tabIndex={-1} onKeyDown={event => event.key === 'Enter' && event.target === event.currentTarget && go(link)}>
      <Link href={link} className="cut grow commit-title" title={commit.message}>
        {commit.message.split('\n')[0]}
      </Link>
      {commit.parents.length > 1 && <GitMerge size={16} aria-label="merge" role="img" />}
      <span className="quiet small cut wide-only">
        <Author name={commit.author.name} />
      </span>
      <code className="quiet small wide-only">{commit.id.slice(0, 7)}</code>
      <Ago at={commit.author.time} />
    </li>
  )
}
