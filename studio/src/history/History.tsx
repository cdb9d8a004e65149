import { GitCompareArrows } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { compareLink, editorLink, historyLink, libraryLink } from '../app/links'
import { useOffer } from '../app/commands'
import { BranchSelect } from '../branches/BranchSelect'
import { useDefaultBranch } from '../branches/load'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { Confirm } from '../ui/Confirm'
import { Empty, Failed, Loading } from '../ui/states'
import { useKeys } from '../ui/keys'
import { bringBack, deleteVersion, rollBack, type AliasMove } from './acts'
import { AliasSheet } from './AliasSheet'
import { Entry, type Acts } from './Entry'
import { stops } from './gaps'
import { useAliases, useReads, useVersions, type Place, type Version } from './load'
import { OnBranch } from './OnBranch'
import { step } from './step'
import { readsOf } from './reads'
import { TagsSheet } from './TagsSheet'
import './history.css'
import '../compare/compare.css'

/** What a prompt was: its versions, or its commits on a branch that issues none. */
export default function History({ project, path, asked }: { project: string; path: string; asked: string | undefined }) {
  const { organisation } = useSession()
  const place = { organisation, project, path }
  const main = useDefaultBranch(place)
  const [, go] = useLocation()
  const choice = main !== undefined && <BranchSelect place={place} label="Branch" value={asked ?? main} onValue={to => go(historyLink(project, path, to === main ? undefined : to))} />
  if (asked === undefined || asked === main) return <Timeline place={place} choice={choice} />
  return (
    <Shell project={project} crumbs={crumbs(place, asked)} action={choice}>
      {main === undefined ? <Loading what="Loading the project" /> : <OnBranch place={place} branch={asked} main={main} />}
    </Shell>
  )
}

const crumbs = ({ project, path }: Place, branch?: string) => [{ name: project, to: libraryLink(project) }, { name: path, to: editorLink(project, path, branch) }, { name: 'History' }]

/** The versions of a prompt as a timeline, newest first. */
function Timeline({ place, choice }: { place: Place; choice: ReactNode }) {
  const { permissions } = useSession()
  const { project, path } = place
  const versions = useVersions(place)
  const aliases = useAliases(place).data ?? []
  const reads = useReads(place).data
  const [move, setMove] = useState<AliasMove | null>(null)
  const [tagged, setTagged] = useState<Version | null>(null)
  const [gone, setGone] = useState<Version | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const [, go] = useLocation()
  const mayWrite = permissions.includes('write')
  const items = versions.data?.pages.flatMap(page => page.items)
  const latest = items?.[0]?.version ?? 0
  const acts: Acts = {
    onMove: setMove,
    onTags: setTagged,
    onBack: version => void rollBack(place, version, latest),
    onDelete: setGone,
    onCompare: (from, to) => go(compareLink(project, `${path}@${from}`, `${path}@${to}`)),
  }

  useOffer(mayWrite ? aliases.map(({ alias, version }) => ({ name: `Move ${alias} to another version`, kind: 'Alias', act: () => setMove({ alias, from: version, to: version === latest ? version : latest }) })) : [])
  useKeys((event, combined) => {
    if (combined || (event.key !== 'j' && event.key !== 'k')) return
    step(list.current, event.key === 'j' ? 1 : -1)
    event.preventDefault()
  })

  const action = (
    <>
      {items !== undefined && items.length > 1 && (
        <Link href={compareLink(project, `${path}@${items[1]!.version}`, path)} className="row small wide-only">
          <GitCompareArrows size={16} />
          Compare
        </Link>
      )}
      {choice}
    </>
  )
  return (
    <Shell project={project} crumbs={crumbs(place)} action={action}>
      {items === undefined ? (
        versions.error ? <Failed error={versions.error} again={() => void versions.refetch()} /> : <Loading what="Loading the versions" />
      ) : items.length === 0 ? (
        <Empty title="This prompt has no versions" text="Each commit that changes its text issues one." to={editorLink(project, path)} action="Open the editor" />
      ) : (
        <ol ref={list} className="timeline" aria-label={`Versions of ${path}`}>
          {stops(items, !versions.hasNextPage).map((stop, index, all) =>
            'deleted' in stop ? (
              <li key={stop.deleted} className="entry gone">
                <div className="row entry-head">
                  <span className="quiet">Version {stop.deleted} is deleted</span>
                  {mayWrite && (
                    <button type="button" className="plain small" onClick={() => void bringBack(place, stop.deleted)}>
                      Bring back version {stop.deleted}
                    </button>
                  )}
                </div>
              </li>
            ) : (
              <Entry
                key={stop.version.version}
                item={stop.version}
                before={all.slice(index + 1).flatMap(next => ('version' in next ? [next.version.version] : []))[0]}
                latest={latest}
                aliases={aliases}
                reads={reads === undefined ? 0 : readsOf(reads, { version: stop.version.version }).reads}
                mayWrite={mayWrite}
                place={place}
                acts={acts}
              />
            ),
          )}
        </ol>
      )}
      {versions.hasNextPage && (
        <p className="pad">
          <button type="button" disabled={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
            Show older versions
          </button>
        </p>
      )}
      <AliasSheet place={place} move={move} versions={items ?? []} onClose={() => setMove(null)} />
      <TagsSheet place={place} version={tagged} onClose={() => setTagged(null)} />
      <Confirm
        open={gone !== null}
        onOpen={open => !open && setGone(null)}
        title={`Delete version ${gone?.version ?? ''}`}
        about={`Nobody can read it any more${gone !== null && gone.aliases.length > 0 ? `, and ${gone.aliases.join(', ')} go with it` : ''}. Its number is never used again, its commit stays, and it can be brought back.`}
        action="Delete"
        act={() => deleteVersion(place, gone!)}
      />
    </Shell>
  )
}
