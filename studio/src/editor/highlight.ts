import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language'
import { tags } from '@lezer/highlight'
import { isChatFile } from './file'
import { wordsOf } from './words'

type State = { line: number; front: boolean; tag: string }

const closers: Record<string, string> = { '{{': '}}', '{%': '%}', '{#': '#}' }
const operators = 'in is not and or ignore missing with without context as scoped required recursive locked user behavior'.split(' ')

/** What a dialect's brackets are, and which of its words are keywords. */
type Dialect = { open: RegExp; keywords: ReadonlySet<string>; filters: boolean; sections: boolean }

function dialectOf(name: string): Dialect | null {
  if (name === 'text') return null
  const { tags: words } = wordsOf(name)
  const rich = words.length > 0
  const open = name === 'jinja' ? /^\{[{%#][-+]?/ : name === 'liquid' ? /^\{[{%]-?/ : /^\{\{/
  return { open, keywords: new Set(rich ? [...words, ...operators] : []), filters: rich, sections: name === 'mustache' }
}

/** Colours a prompt's file: front matter or YAML, and in its texts what the dialect reads. */
export function highlighting(file: string, dialect: string) {
  const rules = dialectOf(dialect)
  const isYaml = isChatFile(file)
  const language = StreamLanguage.define<State>({
    name: `prompt-${dialect}`,
    startState: () => ({ line: 0, front: false, tag: '' }),
    blankLine: state => void state.line++,
    token(stream, state) {
      if (stream.sol()) {
        const first = state.line++ === 0
        if (!isYaml && stream.match(/^---\s*$/) && (first || state.front)) {
          state.front = first
          return 'meta'
        }
      }
      if (state.tag !== '') return inTag(stream, state, rules!)
      if (state.front) return inYaml(stream)
      const open = rules && (stream.match(rules.open) as RegExpMatchArray | null)
      if (open) return opened(stream, state, open[0], rules)
      if (isYaml) return inYaml(stream)
      if (rules === null || !stream.match(/^[^{]+/)) stream.next()
      return null
    },
  })
  return [language, syntaxHighlighting(colours)]
}

function opened(stream: StringStream, state: State, open: string, rules: Dialect) {
  state.tag = closers[open.slice(0, 2)]!
  if (rules.sections && stream.match(/^!/)) state.tag = '!}}'
  else if (rules.sections && stream.match(/^\{/)) state.tag = '}}}'
  return isComment(state) ? 'comment' : 'bracket'
}

const isComment = ({ tag }: State) => tag === '#}' || tag === '!}}'

function inYaml(stream: StringStream) {
  if (stream.match(/^\s*#.*/)) return 'comment'
  if (stream.sol() && stream.match(/^[\s-]*[\w.-]+(?=:(\s|$))/)) return 'propertyName'
  if (stream.match(/^"[^"]*"|^'[^']*'/)) return 'string'
  if (stream.match(/^[{},\s]+[\w.-]+(?=:\s)/)) return 'propertyName'
  stream.next()
  return null
}

function inTag(stream: StringStream, state: State, rules: Dialect) {
  const close = state.tag === '!}}' ? '}}' : state.tag
  const comment = isComment(state)
  if (stream.match(close) || stream.match(`-${close}`)) {
    state.tag = ''
    return comment ? 'comment' : 'bracket'
  }
  if (comment) {
    stream.next()
    return 'comment'
  }
  if (stream.match(/^"[^"]*"|^'[^']*'/)) return 'string'
  if (stream.match(/^\d+(\.\d+)?/)) return 'number'
  if (rules.sections && stream.match(/^[#/^>&$<]/)) return 'keyword'
  if (rules.filters && stream.match(/^\|\s*\w+/)) return 'function'
  const word = stream.match(/^[A-Za-z_][\w.]*/) as RegExpMatchArray | null
  if (word) return rules.keywords.has(word[0]) && (state.tag === '%}' || operators.includes(word[0])) ? 'keyword' : 'variableName'
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
