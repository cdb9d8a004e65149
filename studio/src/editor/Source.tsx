import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, type Text } from '@codemirror/state'
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { Finding } from '../api/errors'
import { nonce } from '../lib/base'
import { highlighting } from './highlight'

type Props = { text: string; findings: Finding[]; readOnly: boolean; onText: (text: string) => void; onCommit: () => void }

/** The file as it is typed. A text from outside replaces what is there; what one types is told at once. */
export function Source({ text, findings, readOnly, onText, onCommit }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const acts = useRef({ onText, onCommit })
  acts.current = { onText, onCommit }

  useEffect(() => {
    const made = new EditorView({ parent: place.current!, doc: text, extensions: extensions(acts, readOnly) })
    view.current = made
    return () => made.destroy()
    // The editor is made once; the effects below bring it what changes.
    // oxlint-disable-next-line
  }, [readOnly])

  useEffect(() => {
    const there = view.current
    if (there && there.state.doc.toString() !== text) there.dispatch({ changes: { from: 0, to: there.state.doc.length, insert: text } })
  }, [text])

  useEffect(() => {
    const there = view.current
    if (there) there.dispatch(setDiagnostics(there.state, findings.map(finding => shown(there.state.doc, finding))))
  }, [findings])

  return <div ref={place} className="source" />
}

function extensions(acts: { current: { onText: (text: string) => void; onCommit: () => void } }, readOnly: boolean) {
  const commit = () => {
    acts.current.onCommit()
    return true
  }
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.contentAttributes.of({ 'aria-label': 'Source of the prompt' }),
    EditorState.readOnly.of(readOnly),
    EditorView.lineWrapping,
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    lintGutter(),
    search(),
    highlighting,
    // Tab stays the key that leaves the editor.
    keymap.of([{ key: 'Mod-s', run: commit, preventDefault: true }, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
    EditorView.updateListener.of(update => {
      if (update.docChanged) acts.current.onText(update.state.doc.toString())
    }),
  ]
}

// The text may have become shorter since the server looked at it.
function shown(doc: Text, finding: Finding): Diagnostic {
  const line = doc.line(Math.max(1, Math.min(finding.line ?? 1, doc.lines)))
  const from = Math.min(line.from + Math.max(0, (finding.column ?? 1) - 1), line.to)
  const severity = finding.severity === 'error' || finding.severity === 'warning' ? finding.severity : 'info'
  return { from, to: Math.min(from + (finding.length ?? 1), doc.length), severity, message: `${finding.code}: ${finding.message}${finding.hint ? ` ${finding.hint}` : ''}` }
}
