import { autocompletion, completionKeymap, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { EditorState, type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { wordsOf } from './words'

/** The names that may be written into a prompt: its variables, the merge points of the prompt it extends, and the other prompts. */
export type Known = { variables: string[]; mergePoints: string[]; prompts: string[] }

const heads = ['description', 'category', 'tags', 'dialect', 'variables', 'model', 'extends', 'layer', 'scope']

/** Offers names while one types; Ctrl and Space ask for them. */
export function completion(dialect: string, known: () => Known): Extension {
  const bracket = { closeBrackets: { brackets: ['{'] } }
  return [
    EditorState.languageData.of(() => [bracket]),
    autocompletion({ override: [context => offer(context, dialect, known())], icons: false }),
    keymap.of(completionKeymap),
  ]
}

/** What may stand at a place. */
export function offer(context: CompletionContext, dialect: string, known: Known): CompletionResult | null {
  const before = context.state.sliceDoc(Math.max(0, context.pos - 2000), context.pos)
  const line = context.state.doc.lineAt(context.pos)
  if (isInHead(context.state.sliceDoc(0, line.from))) return head(context, known)
  const tag = openTag(before)
  if (tag === null || dialect === 'text') return null
  return inTag(context, tag, dialect, known)
}

// Whether what stands before a line is front matter that has not ended.
const isInHead = (text: string) => /^---\r?\n/.test(text) && !/\n---\r?\n/.test(text)

function head(context: CompletionContext, known: Known): CompletionResult | null {
  const value = context.matchBefore(/^extends:[ \t]*[^\n]*/)
  if (value) return from(context.pos - value.text.replace(/^extends:[ \t]*/, '').length, known.prompts, 'prompt')
  const key = context.matchBefore(/^\w*/)
  return key && (key.text !== '' || context.explicit) ? from(key.from, heads.map(name => `${name}: `), 'key') : null
}

// What stands since the last opening bracket; null outside of tags.
function openTag(before: string): string | null {
  const at = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'))
  if (at < 0) return null
  const inside = before.slice(at)
  return inside.includes('}}') || inside.includes('%}') ? null : inside
}

function inTag(context: CompletionContext, tag: string, dialect: string, known: Known): CompletionResult | null {
  const name = /["']([^"']*)$/.exec(tag)
  if (name) return quoted(context, tag.slice(0, name.index), name[1]!, known)
  const word = /[\w.]*$/.exec(tag)![0]
  const head = tag.slice(0, tag.length - word.length)
  const at = context.pos - word.length
  const words = wordsOf(dialect)
  if (dialect === 'mustache' && /^\{\{\s*[>#/^&$<]\s*$/.test(head)) return from(at, head.includes('>') || head.includes('<') ? known.prompts : known.variables, 'name')
  if (/\|\s*$/.test(head)) return from(at, words.filters, 'filter')
  if (/\bis\s+(not\s+)?$/.test(head)) return from(at, words.tests, 'test')
  if (/^\{%-?\s*$/.test(head)) return from(at, words.tags, 'tag')
  if (word === '' && !context.explicit && !/^\{[{%][-+]?\s*$/.test(tag)) return null
  return { from: at, options: [...options(known.variables, 'variable'), ...options(words.functions, 'function')], validFor: /^[\w.]*$/ }
}

function quoted(context: CompletionContext, head: string, text: string, known: Known): CompletionResult | null {
  const at = context.pos - text.length
  if (/\b(contribute|merge_point)\s+$/.test(head)) return from(at, known.mergePoints, 'merge point')
  return /\b(include|extends|import|from|render)\s+$/.test(head) ? from(at, known.prompts, 'prompt') : null
}

const from = (at: number, names: string[], detail: string): CompletionResult => ({ from: at, options: options(names, detail), validFor: /^[^"'{}|\n]*$/ })

const options = (names: string[], detail: string): Completion[] => names.map(label => ({ label, detail }))
