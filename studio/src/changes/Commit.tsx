import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useOffer } from '../app/commands'
import { changesLink, commitLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { useCommit, type Commit as CommitData, type Place } from '../branches/load'
import type { PickKind } from '../branches/merging'
import { Files } from '../compare/Difference'
import { treeDiff } from '../compare/load'
import { useView } from '../compare/view'
import { ago, exactly } from '../lib/time'
import { Author } from '../app/Author'
import { Choice } from '../ui/Choice'
import { Empty, Failed, Loading } from '../ui/states'
import { PickSheet } from './PickSheet'
import '../compare/compare.css'
import './changes.css'

/** One commit: who, why, and what it changed. */
export default function Commit({ project, commit }: { project: string; commit: string }) {
  const { organisation, permissions } = useSession()
  const place = { organisation, project }
  const found = useCommit(place, commit)
  const [picking, setPicking] = useState<PickKind | null>(null)
  const mayWrite = permissions.includes('write')

  useOffer(
    mayWrite
      ? [
          { name: 'Revert this commit', kind: 'Commit', act: () => setPicking('reverts') },
          { name: 'Apply this commit to another branch', kind: 'Commit', act: () => setPicking('cherry-picks') },
        ]
      : [],
  )

  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Changes', to: changesLink(project) }, { name: commit.slice(0, 7) }]}>
      {found.data === undefined ? (
        found.error ? <Failed error={found.error} again={() => void found.refetch()} /> : <Loading what="Loading the commit" />
      ) : (
        <>
          <Head project={project} commit={found.data} onPick={mayWrite ? setPicking : null} />
          <Body place={place} commit={found.data} />
          {picking !== null && <PickSheet kind={picking} place={place} commit={found.data} onClose={() => setPicking(null)} />}
        </>
      )}
    </Shell>
  )
}

function Head({ project, commit, onPick }: { project: string; commit: CommitData; onPick: ((kind: PickKind) => void) | null }) {
  const [title, ...rest] = commit.message.trim().split('\n')
  const time = new Date(commit.author.time)
  return (
    <div className="commit-head">
      <div className="row commit-top">
        <h1 className="grow">{title}</h1>
        {onPick !== null && (
          <>
            <button type="button" onClick={() => onPick('cherry-picks')}>
              Apply elsewhere
            </button>
            <button type="button" onClick={() => onPick('reverts')}>
              Revert
            </button>
          </>
        )}
      </div>
      {rest.length > 0 && <p className="commit-why">{rest.join('\n').trim()}</p>}
      <p className="quiet small commit-foot">
        <span>
          <Author name={commit.author.name} />,{' '}
          <time dateTime={commit.author.time} title={exactly(time)}>
            {ago(time, new Date())}
          </time>
        </span>
        <code>{commit.id}</code>
        {commit.parents.map((parent, index) => (
          <span key={parent}>
            {commit.parents.length > 1 ? `parent ${index + 1}` : 'parent'}{' '}
            <Link href={commitLink(project, parent)} className="mono">
              {parent.slice(0, 7)}
            </Link>
          </span>
        ))}
      </p>
    </div>
  )
}

const views = [
  { value: 'sides', name: 'Side by side' },
  { value: 'inline', name: 'Inline' },
] as const

function Body({ place, commit }: { place: Place; commit: CommitData }) {
  const { view, chosen, choose, isNarrow } = useView()
  const diff = useQuery({ queryKey: ['diff', place.organisation, place.project, 'parent', commit.id], queryFn: () => treeDiff(place, undefined, `sha:${commit.id}`), staleTime: Infinity })
  if (diff.data === undefined) return diff.error ? <Failed error={diff.error} again={() => void diff.refetch()} /> : <Loading what="Comparing" />
  if (diff.data.files.length === 0) return <Empty title="This commit changed no file" text={commit.parents.length > 1 ? 'It joins two histories.' : 'It carries a message, or registers a version of the same text.'} />
  return (
    <div className="commit-body">
      {!isNarrow && (
        <div className="commit-view">
          <Choice label="How to show it" options={views} value={chosen} onValue={choose} />
        </div>
      )}
      <Files diff={diff.data} view={view} />
    </div>
  )
}
