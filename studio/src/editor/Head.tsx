import { GitBranch, GitCompareArrows, GitMerge, History, Layers } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { compareLink, historyLink, layersLink, mergeLink } from '../app/links'
import { inWords } from '../api/errors'
import { BranchSelect } from '../branches/BranchSelect'
import { shorten } from '../lib/text'
import { anew } from './CommitSheet'
import type { Kept, Seen } from './seen'
import { carried, type Spot } from './spot'

const told: Record<Kept, string> = {
  committed: '',
  saving: 'Not committed; keeping it…',
  server: 'Not committed; kept on the server',
  browser: 'Not committed; kept in this browser',
  nowhere: 'Not committed, and neither the server nor this browser keeps it: leave this page open, or copy the text',
}

const mostAliases = 3

type Props = { spot: Spot; seen: Seen; mayWrite: boolean; onBranch: (branch: string) => void; onDiscard: () => void; menu: ReactNode }

/** What one has before oneself: version, branch, aliases, and what is not committed. */
export function Head({ spot, seen, mayWrite, onBranch, onDiscard, menu }: Props) {
  const { project, path, branch, main } = spot
  const isMain = branch === main
  const { version, aliases, dialect } = seen.latest.prompt
  const unsaved = mayWrite ? `${seen.restored ? 'Typed before. ' : ''}${told[seen.kept]}` : 'Your key may read this, not change it'
  return (
    <div className="row bench-head">
      <span className={isMain ? 'row bench-branch' : 'row bench-branch beside'} title={isMain ? `The default branch, ${branch}` : `The branch ${branch}, not ${main}`}>
        <GitBranch size={16} aria-hidden="true" />
        <BranchSelect place={spot} label="Branch" value={branch} onValue={onBranch} {...(mayWrite ? { more: { value: anew, name: 'New branch from here…' } } : {})} />
      </span>
      {(isMain || version != null) && <span className="chip">{version == null ? 'no version' : `version ${version}`}</span>}
      {aliases.slice(0, mostAliases).map(alias => (
        <span key={alias} className="chip alias cut" title={`The alias ${alias} names this version`}>
          @{alias}
        </span>
      ))}
      {aliases.length > mostAliases && (
        <span className="chip" title={`The aliases ${aliases.slice(mostAliases).join(', ')} name this version, too`}>
          +{aliases.length - mostAliases}
        </span>
      )}
      <span className="quiet small wide-only">{dialect}</span>
      <span className={`small unsaved ${seen.kept}${seen.kept === 'nowhere' ? '' : ' cut'}`} role="status" title={seen.problem === undefined ? unsaved : inWords(seen.problem).what}>
        {unsaved}
      </span>
      {seen.dirty && mayWrite && (
        <button type="button" className="plain small" onClick={onDiscard}>
          Discard
        </button>
      )}
      <span className="grow" />
      {!isMain && (
        <>
          <Link href={compareLink(project, `${path}@ref:${main}`, `${path}@ref:${branch}`)} className="row small wide-only">
            <GitCompareArrows size={16} />
            Compare with {shorten(main, 24)}
          </Link>
          <Link href={mergeLink(project, branch, main)} className="row small">
            <GitMerge size={16} />
            Merge into {shorten(main, 24)}
          </Link>
        </>
      )}
      <Link href={layersLink(project, path)} className="row small">
        <Layers size={16} />
        Layers
      </Link>
      <Link href={historyLink(project, path, carried(spot))} className="row small">
        <History size={16} />
        History
      </Link>
      {menu}
    </div>
  )
}
