import { History, Layers } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { historyLink, layersLink } from '../app/links'
import { inWords } from '../api/errors'
import type { Kept, Seen } from './seen'

const told: Record<Kept, string> = {
  committed: '',
  saving: 'Not committed; keeping it…',
  server: 'Not committed; kept on the server',
  browser: 'Not committed; kept in this browser',
  nowhere: 'Not committed, and neither the server nor this browser keeps it: leave this page open, or copy the text',
}

type Props = { project: string; path: string; branch: string; seen: Seen; mayWrite: boolean; onDiscard: () => void; menu: ReactNode }

/** What one has before oneself: version, branch, aliases, and what is not committed. */
export function Head({ project, path, branch, seen, mayWrite, onDiscard, menu }: Props) {
  const { version, aliases, dialect } = seen.latest.prompt
  return (
    <div className="row bench-head">
      <span className="chip">{version == null ? 'no version' : `version ${version}`}</span>
      <span className="chip" title={`The branch ${branch}`}>
        {branch}
      </span>
      {aliases.map(alias => (
        <span key={alias} className="chip" title={`The alias ${alias} names this version`}>
          @{alias}
        </span>
      ))}
      <span className="quiet small">{dialect}</span>
      <span className={`small unsaved ${seen.kept}`} role="status" title={seen.problem === undefined ? undefined : inWords(seen.problem).what}>
        {mayWrite ? `${seen.restored ? 'Typed before. ' : ''}${told[seen.kept]}` : 'Your key may read this, not change it'}
      </span>
      {seen.dirty && mayWrite && (
        <button type="button" className="plain small" onClick={onDiscard}>
          Discard
        </button>
      )}
      <span className="grow" />
      <Link href={layersLink(project, path)} className="row small">
        <Layers size={16} />
        Layers
      </Link>
      <Link href={historyLink(project, path)} className="row small">
        <History size={16} />
        History
      </Link>
      {menu}
    </div>
  )
}
