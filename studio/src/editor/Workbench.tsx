import { useCallback, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { refresh, usePrompts } from '../api/queries'
import { branchLink, editorLink, libraryLink } from '../app/links'
import { Shell } from '../app/Shell'
import { toast, toastError } from '../app/toasts'
import { NewBranch } from '../branches/NewBranch'
import { breaks } from '../lib/breaks'
import { count } from '../lib/text'
import { Splitter } from '../ui/Splitter'
import { Tabs } from '../ui/Tabs'
import { Blocks } from './Blocks'
import { readChat } from './chat'
import { anew, CommitSheet, type Refused, type Wish } from './CommitSheet'
import { composing, pathOf } from './composing'
import { ConflictSheet } from './ConflictSheet'
import { EditorMenu } from './EditorMenu'
import { isChatFile, readHead, writeKey } from './file'
import { Findings } from './Findings'
import { ForWhom } from './ForWhom'
import { Head } from './Head'
import { useKnown } from './known'
import { useLive } from './live'
import { ModelPanel } from './ModelPanel'
import { discard, Notices } from './Notices'
import { Parameters } from './Parameters'
import { declared, parametersOf } from './parameters'
import { Preview } from './Preview'
import type { Saved } from './server'
import { Source, type SourceHandle } from './Source'
import { carried, type Spot } from './spot'
import { useSeen } from './useWork'
import { asked, keepAudience, keepValues, keptAudience, keptValues, sent } from './values'
import type { Work } from './work'

type Props = { spot: Spot; work: Work; mayWrite: boolean }

/** The text at the left, what it becomes at the right, and below the source what there is to say about it. */
export function Workbench({ spot, work, mayWrite }: Props) {
  const { organisation, project, path, branch, main } = spot
  const other = carried(spot)
  const [, go] = useLocation()
  const seen = useSeen(work)
  const { file, dialect } = seen.latest.prompt
  const [values, setValues] = useState(() => keptValues(project, path))
  const [audience, setAudience] = useState(() => keptAudience(project, path))
  const [asking, setAsking] = useState(false)
  const [naming, setNaming] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [tab, setTab] = useState<'findings' | 'variables' | 'model' | 'audience'>('findings')
  const [view, setView] = useState<'messages' | 'source'>('source')
  const source = useRef<SourceHandle>(null)

  const head = useMemo(() => readHead(file, seen.source), [file, seen.source])
  const shown = composing(head, path, audience)
  const live = useLive({ organisation, project, branch: other, prompt: shown.prompt, file, source: seen.source, request: { variables: sent(values), ...asked(shown.audience) } })
  const read = (live.preview?.variables ?? []).map(({ name }) => name)
  const parameters = parametersOf(head, read)
  const prompts = usePrompts(organisation, project).data
  const known = useKnown({ organisation, project, branch: other, prompt: shown.prompt, names: parameters, prompts, source: seen.source, isContribution: shown.isContribution })
  const chat = useMemo(() => (isChatFile(file) ? readChat(seen.source) : null), [file, seen.source])
  const errors = live.findings.filter(finding => finding.severity === 'error').length
  const mayCommit = mayWrite && seen.dirty && !seen.busy

  const begin = useCallback(() => work.hasChanges() && mayWrite && setAsking(true), [work, mayWrite])

  function setKey(key: string, value: unknown) {
    const text = writeKey(file, work.seen().source, key, value)
    if (text !== null) work.replace(text)
  }

  const show = (where: string) => go(editorLink(project, path, carried({ branch: where, main })))

  async function finish(committing: Promise<Saved | null>, place: string, wish?: Wish) {
    try {
      const saved = await committing
      if (saved !== null && place !== branch) toast(`Committed ${path} to ${place}`, async () => show(place), 'Go on there')
      else if (saved !== null) toast(saved.version != null ? `Committed version ${saved.version} of ${path}` : other === undefined ? `Committed ${path}` : `Committed ${path} to ${branch}`)
      void refresh(organisation, project)
    } catch (error) {
      if (wish === undefined || breaks(error).length === 0) return toastError(error)
      // The branch is there by now.
      setRefused({ wish: { ...wish, isNew: false }, error })
      setAsking(true)
    }
  }

  function commit(wish: Wish) {
    ask(false)
    const { message, branch: target, isNew, acceptBreaks } = wish
    void finish(work.commit(message, target, isNew, acceptBreaks), target ?? branch, wish)
  }

  function ask(open: boolean) {
    setAsking(open)
    setRefused(null)
  }

  function goTo(line: number, column: number) {
    setView('source')
    // The editor may come into sight only now.
    requestAnimationFrame(() => source.current?.go(line, column))
  }

  const panels = [
    { id: 'findings' as const, name: live.findings.length === 0 ? 'No findings' : count(live.findings.length, 'finding'), panel: () => <Findings findings={live.findings} onGo={goTo} /> },
    {
      id: 'variables' as const,
      name: count(parameters.length, 'variable'),
      panel: () => (
        <Parameters
          parameters={parameters}
          values={values}
          onValues={next => {
            setValues(next)
            keepValues(project, path, next)
          }}
          onDeclare={mayWrite && head !== null ? name => setKey('variables', declared(head['variables'], name)) : undefined}
        />
      ),
    },
    { id: 'model' as const, name: 'Model', panel: () => <ModelPanel head={head} chat={isChatFile(file)} readOnly={!mayWrite} onKey={setKey} /> },
    {
      id: 'audience' as const,
      name: 'For whom',
      panel: () => (
        <ForWhom
          audience={audience}
          layers={(prompts ?? []).filter(item => item.extends != null && pathOf(item.extends) === shown.prompt)}
          onAudience={next => {
            setAudience(next)
            keepAudience(project, path, next)
          }}
        />
      ),
    },
  ]

  const text = (
    <Source
      handle={source}
      text={seen.source}
      stamp={seen.stamp}
      file={file}
      dialect={dialect}
      findings={live.findings}
      known={known}
      readOnly={!mayWrite}
      onText={text => work.type(text)}
      onCommit={begin}
    />
  )
  const action = mayWrite && (
    <button type="button" className="primary" disabled={!mayCommit} onClick={begin}>
      Commit
    </button>
  )
  const { conflict } = seen
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, ...(other === undefined ? [] : [{ name: other, to: branchLink(project, other) }]), { name: path }]} action={action}>
      <div className="workbench">
        <Head
          spot={spot}
          seen={seen}
          mayWrite={mayWrite}
          onBranch={where => (where === anew ? setNaming(true) : show(where))}
          onDiscard={() => void discard(work, toast)}
          menu={mayWrite && <EditorMenu spot={spot} work={work} seen={seen} onCommit={begin} />}
        />
        <Notices seen={seen} work={work} />
        <Splitter
          name="editor-border"
          label="Border between source and preview"
          first={
            <section className="pane" aria-label="Source">
              {chat === null ? (
                text
              ) : (
                <Tabs
                  label="How the prompt is shown"
                  className="source-panel"
                  chosen={view}
                  onChoose={setView}
                  tabs={[
                    { id: 'source', name: 'Source', panel: () => text },
                    { id: 'messages', name: 'Messages', panel: () => <Blocks chat={chat} readOnly={!mayWrite} onText={next => work.replace(next)} /> },
                  ]}
                />
              )}
              <Tabs label="About the source" className="tab-panel" tabs={panels} chosen={tab} onChoose={setTab} />
            </section>
          }
          second={
            <section className="pane" aria-label="Preview">
              <Preview live={live} project={project} path={path} branch={other} />
            </section>
          }
        />
      </div>
      <CommitSheet open={asking} onOpen={ask} spot={spot} errors={errors} busy={seen.busy} refused={refused} onCommit={commit} />
      {naming && <NewBranch place={spot} from={branch} onClose={() => setNaming(false)} onMade={show} />}
      <ConflictSheet
        file={conflict?.file ?? null}
        theirs={theirsOf(seen.latest.prompt.version, conflict?.branch)}
        busy={seen.busy}
        onClose={() => work.postpone()}
        onResolved={resolved => void finish(work.resolve(resolved), conflict?.branch ?? branch)}
      />
    </Shell>
  )
}

const theirsOf = (version: number | null | undefined, branch: string | undefined) => (branch !== undefined ? branch : version == null ? 'the committed text' : `version ${version}`)
