// CodeMirror alone: what a key costs where nothing but the editor is on the page.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view'

const text = await (await fetch('text')).text()
const parent = document.body.appendChild(document.createElement('div'))
parent.className = 'source'
const view = new EditorView({ parent, doc: text, extensions: [EditorView.lineWrapping, lineNumbers(), history(), drawSelection(), keymap.of([...defaultKeymap, ...historyKeymap])] })
view.focus()
