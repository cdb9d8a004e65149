import type { Prompt } from '../api/queries'

/** A model setting on both sides; undefined where it is not set. */
export type Setting = { name: string; old: string | undefined; new: string | undefined }

/** The model settings of two versions by name, those that count: what was set beside the text, else the file's. */
export function settings(old: Prompt, now: Prompt): Setting[] {
  const [before, after] = [flat(old), flat(now)]
  return [...new Set([...before.keys(), ...after.keys()])].sort().map(name => ({ name, old: before.get(name), new: after.get(name) }))
}

function flat({ model, modelParameters, responseFormat }: Prompt): Map<string, string> {
  const all = new Map<string, string>()
  for (const [name, value] of [['model', model], ['parameters', modelParameters], ['response format', responseFormat]] as const) put(all, name, value)
  return all
}

function put(all: Map<string, string>, name: string, value: unknown) {
  if (value == null) return
  if (typeof value !== 'object' || Array.isArray(value)) all.set(name, shown(value))
  else for (const [key, member] of Object.entries(value)) all.set(`${name} ${key}`, shown(member))
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
