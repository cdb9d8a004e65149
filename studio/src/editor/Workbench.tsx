import { History } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Loaded } from '../api/queries'
import { historyLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { count } from '../lib/text'
import { CommitSheet } from './CommitSheet'
import { ConflictSheet } from './ConflictSheet'
import { Findings } from './Findings'
import { useLive } from './live'
import { Preview } from './Preview'
import { Source } from './Source'
import { keepValues, keptValues, sent, type Values } from './values'
import { Variables } from './Variables'
import { useWork } from './work'

/** The text at the left, what it becomes at the right, findings and variables below. */
export function Workbench({ project, path, first, load }: { project: string; path: string; first: Loaded; load: () => Promise<Loaded> }) {
  const { organisation, permissions } = useSession()
  const work = useWork({ organisation, project, path, first, load })
  const [values, setValues] = useState(() => keptValues(project, path))
  const [asking, setAsking] = useState(false)
  const [tab, setTab] = useState<'findings' | 'variables'>('findings')
  const message = useRef('')
  const live = useLive({ organisation, project, path, file: work.base.prompt.file, source: work.source, values: sent(values) })
  const errors = live.findings.filter(finding => finding.severity === 'error').length
  const names = variableNames(live.preview?.variables ?? [], work.base.prompt.variables, values)
  const mayWrite = permissions.includes('write')

  function change(next: Values) {
    setValues(next)
    keepValues(project, path, next)
  }

  function commit(text: string) {
    message.current = text
    setAsking(false)
    void work.commit(text)
  }

  const action = mayWrite && (
    <button type="button" className="primary" disabled={!work.dirty || work.busy} onClick={() => setAsking(true)}>
      Commit
    </button>
  )
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: path }]} action={action}>
      <div className="workbench">
        <Head project={project} path={path} loaded={work.base} dirty={work.dirty} restored={work.restored} onDiscard={work.discard} />
        <div className="panes">
          <section className="pane" aria-label="Source">
            <Source text={work.source} findings={live.findings} readOnly={!mayWrite} onText={work.type} onCommit={() => work.dirty && mayWrite && setAsking(true)} />
            <div className="tabs" role="tablist" aria-label="About the source">
              <Tab id="findings" chosen={tab} choose={setTab} name={findingsName(live.findings.length)} />
              <Tab id="variables" chosen={tab} choose={setTab} name={count(names.length, 'variable')} />
            </div>
            <div className="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
              {tab === 'findings' ? <Findings findings={live.findings} /> : <Variables names={names} values={values} onValues={change} />}
            </div>
          </section>
          <section className="pane" aria-label="Preview">
            <Preview live={live} />
          </section>
        </div>
      </div>
      <CommitSheet open={asking} onOpen={setAsking} path={path} errors={errors} busy={work.busy} onCommit={commit} />
      <ConflictSheet
        theirs={work.theirs}
        mine={work.source}
        onClose={() => work.setTheirs(null)}
        onMine={() => void (work.theirs && work.commit(message.current, work.theirs))}
        onTheirs={() => work.theirs && work.settle(work.theirs)}
      />
    </Shell>
  )
}

function Head({ project, path, loaded, dirty, restored, onDiscard }: { project: string; path: string; loaded: Loaded; dirty: boolean; restored: boolean; onDiscard: () => void }) {
  const { version, aliases, dialect } = loaded.prompt
  return (
    <div className="row bench-head">
      <span className="chip">{version == null ? 'no version' : `version ${version}`}</span>
      {aliases.map(alias => (
        <span key={alias} className="chip">
          {alias}
        </span>
      ))}
      <span className="quiet small">{dialect}</span>
      <span className="small" role="status">
        {dirty ? (restored ? 'Restored what you typed before; not committed' : 'Not committed; kept in this browser') : ''}
      </span>
      {dirty && (
        <button type="button" className="plain small" onClick={onDiscard}>
          Discard
        </button>
      )}
      <span className="grow" />
      <Link href={historyLink(project, path)} className="row small">
        <History size={16} />
        History
      </Link>
    </div>
  )
}

function Tab<T extends string>({ id, chosen, choose, name }: { id: T; chosen: T; choose: (id: T) => void; name: string }) {
  return (
    <button type="button" role="tab" id={`tab-${id}`} className="tab" aria-selected={id === chosen} onClick={() => choose(id)}>
      {name}
    </button>
  )
}

const findingsName = (many: number) => (many === 0 ? 'No findings' : count(many, 'finding'))

// What the preview read; before there is one, what the file declares and what values were kept for.
function variableNames(read: { name: string }[], declared: unknown, values: Values): string[] {
  const known = typeof declared === 'object' && declared !== null && !Array.isArray(declared) ? Object.keys(declared) : []
  return [...new Set([...read.map(({ name }) => name), ...known, ...(read.length === 0 ? Object.keys(values) : [])])]
}
