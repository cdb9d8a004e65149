import type { FileDifference } from './rows'

export type Meaning = NonNullable<FileDifference['meaning']>[number]

/** A sentence of words and of names and values from the prompt. */
export type Sentence = (string | { code: string })[]

const code = (text: string) => ({ code: text })

/** What a change means, as sentences. */
export const sentences = (meaning: readonly Meaning[]): Sentence[] => meaning.flatMap(told).map(capital)

const capital = ([first, ...rest]: Sentence): Sentence => (typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : [first!, ...rest])

function told(change: Meaning): Sentence[] {
  if (change.kind === 'variable') return variable(change)
  if (change.kind === 'merge-point') return [mergePoint(change)]
  if (change.kind === 'model') return [moved(['model setting ', code(change.name.replace(/^model\./, ''))], change)]
  return [moved([code(change.name)], change)]
}

function variable({ name, change, old, new: now }: Meaning): Sentence[] {
  const subject: Sentence = ['variable ', code(name)]
  if (change === 'required') return [[...subject, ' became required']]
  if (change === 'optional') return [[...subject, ' is no longer required']]
  if (change === 'added') return [now === 'used' ? [...subject, ' is read now, without a declaration'] : [...subject, ' was added', ...described(now)]]
  if (change === 'removed') return [[...subject, old === 'used' ? ' is no longer read' : ' was removed']]
  if (old === 'used') return [[...subject, ' is declared now', ...described(now)]]
  if (now === 'used') return [[...subject, ' is no longer declared, but still read']]
  return schema(subject, read(old), read(now))
}

// Each part of the declaration that changed is a sentence of its own.
function schema(subject: Sentence, old: Record<string, unknown>, now: Record<string, unknown>): Sentence[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  const changed = keys.filter(key => shown(old[key]) !== shown(now[key]))
  if (changed.length === 0) return [[...subject, ' is declared in another way']]
  return changed.map(key => moved([...subject, ': ', key], { change: key in old ? (key in now ? 'changed' : 'removed') : 'added', old: shown(old[key]), new: shown(now[key]) }))
}

function described(declared: string | null | undefined): Sentence {
  const { type, default: value } = read(declared)
  const parts: Sentence = []
  if (typeof type === 'string') parts.push(`: ${type}`)
  if (value !== undefined) parts.push(parts.length === 0 ? ': default ' : ', default ', code(shown(value)))
  return parts
}

const words: Record<string, string> = { opened: ' was added', closed: ' was removed', locked: ' locked', unlocked: ' unlocked' }

function mergePoint({ name, change, old, new: now }: Meaning): Sentence {
  const subject: Sentence = ['merge point ', code(name)]
  if (change !== 'changed') return [...subject, words[change] ?? ` ${change}`]
  const [before, after] = [form(old), form(now)]
  const told = [...after.flags.filter(flag => !before.flags.includes(flag)).map(became), ...before.flags.filter(flag => !after.flags.includes(flag)).map(ceased)]
  const behavior = before.behavior === after.behavior ? [] : [` takes contributions by ${after.behavior} rather than ${before.behavior}`]
  return [...subject, [...behavior, ...told].join(' and')]
}

const became = (flag: string) => (flag === 'user' ? ' takes user text now' : ` became ${flag}`)
const ceased = (flag: string) => (flag === 'user' ? ' takes no user text any more' : ` is no longer ${flag}`)

function form(text: string | null | undefined) {
  const [behavior = '', ...flags] = (text ?? '').split(', ')
  return { behavior, flags }
}

const longest = 80

function moved(subject: Sentence, { change, old, new: now }: { change: string; old?: string | null | undefined; new?: string | null | undefined }): Sentence {
  const [before, after] = [unquoted(old), unquoted(now)]
  if (change === 'removed') return [...subject, ' was removed']
  if (before.length > longest || after.length > longest) return [...subject, change === 'added' ? ' was added' : ' changed']
  return change === 'added' ? [...subject, ' was set to ', code(after)] : [...subject, ' changed from ', code(before), ' to ', code(after)]
}

const shown = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))

// A JSON string reads better without its quotation marks; what is no JSON stays as it is.
function unquoted(text: string | null | undefined): string {
  if (text == null) return ''
  try {
    return shown(JSON.parse(text))
  } catch {
    return text
  }
}

function read(text: string | null | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
