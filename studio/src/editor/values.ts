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

/** A text as a value: JSON where it is a number, a truth value, a list or an object. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value === null ? text : value
  } catch {
    return text
  }
}

/** A value as a text that {@link parsed} reads back as it is. */
export const written = (value: unknown) => (typeof value === 'string' && parsed(value) === value ? value : JSON.stringify(value))

/** Whom the preview is for: what a composition asks beside the values. */
export type Audience = { tenant: string; features: string; agent: string; user: string }

const nobody: Audience = { tenant: '', features: '', agent: '', user: '' }
const audienceName = (project: string, path: string) => `audience:${project}:${path}`

/** The audience that this browser keeps for a prompt. */
export const keptAudience = (project: string, path: string) => ({ ...nobody, ...readStored<Audience>(audienceName(project, path)) })

/** Keeps it. */
export const keepAudience = (project: string, path: string, audience: Audience) => writeStored(audienceName(project, path), audience)

/** The audience as a composition is asked for it; what is empty is not given. */
export function asked({ tenant, features, agent, user }: Audience) {
  const names = features.split(/[\s,]+/).filter(name => name !== '')
  return { ...(tenant.trim() && { tenant: tenant.trim() }), ...(names.length > 0 && { features: names }), ...(agent.trim() && { agent: agent.trim() }), ...(user && { user }) }
}
