import { closeBrackets } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, type ChangeSpec, type Text } from '@codemirror/state'
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import type { Finding } from '../api/errors'
import { nonce } from '../lib/base'
import { completion, type Known } from './complete'
import { highlighting } from './highlight'

/** What others may do with the editor. */
export type SourceHandle = { go: (line: number, column: number) => void }

type Props = {
  /** The text to begin with, and again whenever the stamp changes; what is typed is told and not given back. */
  text: string
  stamp: number
  file: string
  dialect: string
  findings: Finding[]
  known: Known
  readOnly: boolean
  onText: (text: string) => void
  onCommit: () => void
  handle: Ref<SourceHandle>
}

/** The file as it is typed. */
export function Source({ text, stamp, file, dialect, findings, known, readOnly, onText, onCommit, handle }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const acts = useRef({ onText, onCommit, known })
  acts.current = { onText, onCommit, known }

  useEffect(() => {
    const made = new EditorView({ parent: place.current!, doc: text, extensions: extensions(acts, { readOnly, file, dialect }) })
    view.current = made
    return () => made.destroy()
    // The editor is made once; the effects below bring it what changes.
    // oxlint-disable-next-line
  }, [readOnly, file, dialect])

  useEffect(() => {
    const there = view.current
    if (there) there.dispatch({ changes: difference(there.state.doc.toString(), text) })
    // The text that belongs to this stamp; later ones were typed here.
    // oxlint-disable-next-line
  }, [stamp])

  useEffect(() => {
    const there = view.current
    if (there) there.dispatch(setDiagnostics(there.state, findings.map(finding => shown(there.state.doc, finding))))
  }, [findings])

  useImperativeHandle(handle, () => ({
    go: (line, column) => {
      const there = view.current
      if (!there) return
      const from = position(there.state.doc, line, column)
      there.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
      there.focus()
    },
  }))

  return <div ref={place} className="source" />
}

type Acts = { current: { onText: (text: string) => void; onCommit: () => void; known: Known } }

function extensions(acts: Acts, { readOnly, file, dialect }: { readOnly: boolean; file: string; dialect: string }) {
  const commit = () => {
    acts.current.onCommit()
    return true
  }
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({ 'aria-label': 'Source of the prompt', tabindex: '0' }),
    EditorState.readOnly.of(readOnly),
    EditorView.lineWrapping,
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    lintGutter(),
    search(),
    closeBrackets(),
    highlighting(file, dialect),
    completion(dialect, () => acts.current.known),
    // Tab stays the key that leaves the editor.
    keymap.of([{ key: 'Mod-s', run: commit, preventDefault: true }, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
    EditorView.updateListener.of(update => {
      if (update.docChanged) acts.current.onText(update.state.doc.toString())
    }),
  ]
}

/** The one change that makes one text of another; the cursor and what is marked outside of it stay. */
export function difference(old: string, text: string): ChangeSpec {
  const most = Math.min(old.length, text.length)
  let head = 0
  while (head < most && old[head] === text[head]) head++
  let tail = 0
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++
  return { from: head, to: old.length - tail, insert: text.slice(head, text.length - tail) }
}

// The text may have become shorter since the server looked at it.
function position(doc: Text, atLine: number, column: number) {
  const line = doc.line(Math.max(1, Math.min(atLine, doc.lines)))
  return Math.min(line.from + Math.max(0, column - 1), line.to)
}

function shown(doc: Text, finding: Finding): Diagnostic {
  const from = position(doc, finding.line ?? 1, finding.column ?? 1)
  const severity = finding.severity === 'error' || finding.severity === 'warning' ? finding.severity : 'info'
  return { from, to: Math.min(from + (finding.length ?? 1), doc.length), severity, message: `${finding.code}: ${finding.message}${finding.hint ? ` ${finding.hint}` : ''}` }
}
