import { useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, useLocation } from 'wouter'
import { refresh } from '../api/queries'
import { useOffer } from '../app/commands'
import { editorLink, libraryLink, setsLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { toast } from '../app/toasts'
import { count, shorten } from '../lib/text'
import { Confirm } from '../ui/Confirm'
import { Failed, Loading } from '../ui/states'
import { removeSet, useSet, type SetShown } from './questions'
import { SetSheet } from './SetSheet'

const longestName = 80

/** One prompt set: what it says of itself, and what a release would hold. */
export function SetDetail({ project, name }: { project: string; name: string }) {
  const { organisation, permissions } = useSession()
  const [, go] = useLocation()
  const asked = useSet(organisation, project, name)
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)

  async function remove() {
    await removeSet(organisation, project, name)
    toast(`Removed the set ${name}; its prompts stay`)
    // The screen goes before its set is asked for again: there is none any more.
    flushSync(() => go(setsLink(project), { replace: true }))
    await refresh(organisation, project)
  }

  const shown = asked.data
  const mayWrite = permissions.includes('write') && shown !== undefined
  useOffer(
    mayWrite
      ? [
          { name: `Edit the set ${name}`, kind: 'Action', act: () => setEditing(true) },
          { name: `Remove the set ${name}`, kind: 'Action', act: () => setRemoving(true) },
        ]
      : [],
  )
  const action = mayWrite && (
    <>
      <button type="button" onClick={() => setRemoving(true)}>
        Remove
      </button>
      <button type="button" className="primary" onClick={() => setEditing(true)}>
        Edit
      </button>
    </>
  )
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Sets', to: setsLink(project) }, { name }]} action={action}>
      {shown === undefined ? asked.error ? <Failed error={asked.error} again={() => void asked.refetch()} /> : <Loading what="Loading the set" /> : <Shown project={project} shown={shown} />}
      {shown !== undefined && <SetSheet project={project} set={shown.set} open={editing} onOpen={setEditing} onSaved={() => undefined} />}
      <Confirm
        open={removing}
        onOpen={setRemoving}
        title={`Remove the set ${shorten(name, longestName)}`}
        about="A commit removes its quire.json, so that it is no set any more and cannot be released. Its prompts and their versions stay as they are."
        action="Remove the set"
        act={remove}
      />
    </Shell>
  )
}

function Shown({ project, shown: { set, prompts, invalid, truncated, manifest } }: { project: string; shown: SetShown }) {
  return (
    <div className="set">
      <header className="set-head">
        <div className="row set-facts">
          <h1>{set.name}</h1>
          {set.version != null && <span className="chip">{set.version}</span>}
          <span className="mono small quiet">{set.folder === '' ? 'the whole project' : set.folder}</span>
        </div>
        {set.description != null && <p>{set.description}</p>}
        {set.problem != null && (
          <p role="alert" className="bad-text">
            Its quire.json cannot be read: {set.problem}
          </p>
        )}
        {invalid.length > 0 && (
          <p role="alert" className="bad-text">
            A release could not hold {count(invalid.length, 'prompt')} that {invalid.length === 1 ? 'does' : 'do'} not parse.
          </p>
        )}
      </header>
      <div className="set-body">
        <section aria-label="What a release would hold">
          <h2 className="set-title">
            A release would hold {truncated ? 'more than ' : ''}
            {count(prompts.length, 'prompt')}
          </h2>
          {prompts.length === 0 ? <p className="quiet pad">There is no prompt in its folder yet.</p> : <Members project={project} prompts={prompts} />}
        </section>
        <section aria-label="Its quire.json">
          <h2 className="set-title">quire.json</h2>
          <pre className="text manifest">{manifest === undefined ? 'It cannot be read.' : JSON.stringify(manifest, null, 2)}</pre>
        </section>
      </div>
    </div>
  )
}

function Members({ project, prompts }: { project: string; prompts: SetShown['prompts'] }) {
  return (
    <ul aria-label="Prompts of the set">
      {prompts.map(prompt => (
        <li key={prompt.id} className="list-row">
          <Link href={editorLink(project, prompt.path)} className="list-name cut" title={prompt.path}>
            {shorten(prompt.path, longestName)}
          </Link>
          {prompt.invalid && <span className="chip bad-text">does not parse</span>}
          <span className="grow" />
          <span className="row wide-only">
            {Object.entries(prompt.aliases).map(([alias, version]) => (
              <span key={alias} className="chip">
                {alias} {version}
              </span>
            ))}
          </span>
          <span className="quiet small">v{prompt.version}</span>
        </li>
      ))}
    </ul>
  )
}
