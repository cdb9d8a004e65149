import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ApiError } from '../api/errors'
import { Link, useLocation } from 'wouter'
import { branchesLink, branchLink, compareLink, editorLink, historyLink, libraryLink, mergeLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { FileDiff } from '../compare/FileDiff'
import { useDiff, useSide } from '../compare/load'
import { sentences } from '../compare/meaning'
import { Sentences } from '../compare/Sentences'
import { matches, words } from '../library/filter'
import { NewPrompt } from '../library/NewPrompt'
import { shorten } from '../lib/text'
import { Choice } from '../ui/Choice'
import { Empty, Failed, Loading } from '../ui/states'
import { beside, type Standing } from './beside'
import { BranchSelect } from './BranchSelect'
import { useDefaultBranch, useTree, type Place } from './load'
import { NoBranch } from './NoBranch'
import '../compare/compare.css'
import './branches.css'

const most = 300
const statuses = { same: '', changed: 'changed', new: 'new', gone: 'deleted' }
const kinds = [
  { value: 'all', name: 'All prompts' },
  { value: 'changed', name: 'What differs' },
] as const

/** The prompts as they stand on a branch, beside the default one. */
export default function BranchFiles({ project, branch }: { project: string; branch: string }) {
  const { organisation, permissions } = useSession()
  const place = { organisation, project }
  const main = useDefaultBranch(place)
  const [, go] = useLocation()
  const [making, setMaking] = useState(false)
  const mayWrite = permissions.includes('write')
  const action = (
    <>
      <BranchSelect place={place} label="Branch" value={branch} onValue={to => go(branchLink(project, to))} />
      {mayWrite && (
        <button type="button" className="wide-only" onClick={() => setMaking(true)}>
          <Plus size={16} />
          New prompt
        </button>
      )}
    </>
  )
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Branches', to: branchesLink(project) }, { name: branch }]} action={action}>
      {main === undefined ? <Loading what="Loading the project" /> : <Files place={place} branch={branch} main={main} />}
      <NewPrompt project={project} branch={branch === main ? undefined : branch} open={making} onOpen={setMaking} />
    </Shell>
  )
}

function Files({ place, branch, main }: { place: Place; branch: string; main: string }) {
  const [here, there] = [useTree(place, branch), useTree(place, main)]
  const [kind, setKind] = useState<'all' | 'changed'>(branch === main ? 'all' : 'changed')
  const [text, setText] = useState('')
  if (here.data === undefined || there.data === undefined) {
    const error = here.error ?? there.error
    if (error instanceof ApiError && error.code === 'ref_not_found') return <NoBranch project={place.project} branch={branch} />
    return error ? <Failed error={error} again={() => void here.refetch()} /> : <Loading what="Loading the files" />
  }
  const all = beside(here.data, there.data)
  const shown = all.filter(({ status, path }) => (kind === 'all' ? status !== 'gone' : status !== 'same') && matches(path, words(text)))
  return (
    <>
      <div className="compare-bar branch-bar">
        <input className="field" type="search" aria-label="Filter by path" placeholder="Filter by path" value={text} onChange={event => setText(event.target.value)} />
        {branch !== main && <Choice label="Which prompts" options={kinds} value={kind} onValue={setKind} />}
        {branch !== main && (
          <Link href={mergeLink(place.project, branch, main)} className="small wide-only">
            Merge into {shorten(main, 24)}
          </Link>
        )}
      </div>
      {shown.length === 0 ? (
        <Empty title={text !== '' ? 'No path has these words' : kind === 'all' ? 'There is no prompt on this branch' : `Every prompt says what it says on ${main}`} text="What you commit to this branch stands here, until it is merged.">
          {kind === 'changed' && (
            <button type="button" onClick={() => setKind('all')}>
              Show all its prompts
            </button>
          )}
        </Empty>
      ) : (
        <ul className="branches" aria-label={`Prompts on ${branch}`}>
          {shown.slice(0, most).map(file => (
            <File key={file.path} place={place} file={file} branch={branch} main={main} />
          ))}
        </ul>
      )}
      {shown.length > most && <p className="quiet pad">The first {most} prompts. Filter by path to see others.</p>}
    </>
  )
}

function File({ place, file: { path, status }, branch, main }: { place: Place; file: Standing; branch: string; main: string }) {
  const [open, setOpen] = useState(false)
  const other = branch === main ? undefined : branch
  return (
    <li className="branch-file" aria-label={path}>
      <div className="row">
        <button type="button" className="plain grow branch-path" aria-expanded={open} title={path} onClick={() => setOpen(!open)}>
          {shorten(path, 80)}
        </button>
        {statuses[status] !== '' && <span className="chip">{statuses[status]}</span>}
        {status === 'changed' && (
          <Link href={compareLink(place.project, `${path}@ref:${main}`, `${path}@ref:${branch}`)} className="small">
            Compare
          </Link>
        )}
        {status !== 'gone' && (
          <>
            <Link href={historyLink(place.project, path, other)} className="small wide-only">
              History
            </Link>
            <Link href={editorLink(place.project, path, other)} className="small">
              Edit
            </Link>
          </>
        )}
      </div>
      {open && (status === 'changed' ? <Changed place={place} path={path} branch={branch} main={main} /> : <Source place={place} path={path} branch={status === 'gone' ? main : branch} />)}
    </li>
  )
}

function Changed({ place, path, branch, main }: { place: Place; path: string; branch: string; main: string }) {
  const diff = useDiff(place, { path, selector: `ref:${main}` }, { path, selector: `ref:${branch}` })
  if (diff.data === undefined) return diff.error ? <Failed error={diff.error} /> : <Loading what="Comparing" />
  return diff.data.files.map((file, index) => (
    <div key={index} className="branch-diff">
      <Sentences all={sentences(file.meaning ?? [])} />
      <FileDiff file={file} view="inline" isAlone />
    </div>
  ))
}

function Source({ place, path, branch }: { place: Place; path: string; branch: string }) {
  const side = useSide(place, { path, selector: `ref:${branch}` })
  if (side.data === undefined) return side.error ? <Failed error={side.error} /> : <Loading what="Loading the text" />
  return <pre className="text boxed">{side.data.source ?? 'This file is no text.'}</pre>
}
