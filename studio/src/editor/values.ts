import { readStored, writeStored } from '../lib/stored'

/** Test values as they were typed, by the names of variables. */
export type Values = Record<string, string>

const name = (project: string, path: string) => `values:${project}:${path}`

/** The test values that this browser keeps for a prompt. */
export const keptValues = (project: string, path: string) => readStored<Values>(name(project, path)) ?? {}

/** Keeps them. */
export const keepValues = (project: string, path: string, values: Values) => writeStored(name(project, path), values)

/** What is sent: JSON where the text is a number, a truth value, a list or an object; else the text itself. What is empty is not given. */
export function sent(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => [key, parsed(text)]),
  )
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value === null ? text : value
  } catch {
    return text
  }
}
