import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language'
import { tags } from '@lezer/highlight'

type State = { line: number; front: boolean; tag: string }

const closers: Record<string, string> = { '{{': '}}', '{%': '%}', '{#': '#}' }

/** The languages of templates share their brackets, so one reader colours them all: front matter, tags, strings, numbers and comments. */
const prompt = StreamLanguage.define<State>({
  name: 'prompt',
  startState: () => ({ line: 0, front: false, tag: '' }),
  blankLine: state => void state.line++,
  token(stream, state) {
    if (stream.sol()) {
      const first = state.line++ === 0
      if (stream.match(/^---\s*$/) && (first || state.front)) {
        state.front = first
        return 'meta'
      }
    }
    if (state.front) return inFront(stream)
    return state.tag === '' ? inText(stream, state) : inTag(stream, state)
  },
})

function inFront(stream: StringStream) {
  if (stream.match(/^\s*#.*/)) return 'comment'
  if (stream.match(/^[\s-]*[\w.-]+(?=:)/)) return 'propertyName'
  if (stream.match(/^"[^"]*"|^'[^']*'/)) return 'string'
  stream.next()
  return null
}

function inText(stream: StringStream, state: State) {
  const open = stream.match(/^\{[{%#]-?/) as RegExpMatchArray | null
  if (open) {
    state.tag = closers[open[0].slice(0, 2)]!
    return state.tag === '#}' ? 'comment' : 'bracket'
  }
  if (!stream.match(/^[^{]+/)) stream.next()
  return null
}

function inTag(stream: StringStream, state: State) {
  const close = state.tag
  if (stream.match(close) || stream.match(`-${close}`)) {
    state.tag = ''
    return close === '#}' ? 'comment' : 'bracket'
  }
  if (close === '#}') {
    stream.next()
    return 'comment'
  }
  if (stream.match(/^"[^"]*"|^'[^']*'/)) return 'string'
  if (stream.match(/^\d+(\.\d+)?/)) return 'number'
  if (stream.match(/^(if|elif|elsif|else|endif|for|endfor|in|is|not|and|or|set|assign|block|endblock|include|unless|endunless|case|when|endcase)\b/)) return 'keyword'
  if (stream.match(/^\|\s*\w+/)) return 'function'
  if (stream.match(/^[A-Za-z_][\w.]*/)) return 'variableName'
  stream.next()
  return null
}

const colours = HighlightStyle.define([
  { tag: tags.meta, color: 'var(--text-2)' },
  { tag: tags.propertyName, color: 'var(--layer-tenant)' },
  { tag: tags.comment, color: 'var(--text-2)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: tags.number, color: 'var(--warn)' },
  { tag: tags.keyword, color: 'var(--layer-user)' },
  { tag: tags.function(tags.variableName), color: 'var(--layer-system)' },
  { tag: tags.variableName, color: 'var(--accent)' },
  { tag: tags.bracket, color: 'var(--text-2)' },
])

/** Colours a prompt's file. */
export const highlighting = [prompt, syntaxHighlighting(colours)]
