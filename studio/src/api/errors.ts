import type { components } from './schema'

export type Finding = components['schemas']['FindingList']['diagnostics'][number]
export type MergedFile = NonNullable<components['schemas']['Merge']['conflicts']>[number]

type Problem = { code?: string; detail?: string; hint?: string; diagnostics?: Finding[]; conflicts?: MergedFile[]; merge?: MergedFile[] }

/** What the server refused, in its own words. */
export class ApiError extends Error {
  readonly code: string
  readonly hint: string | undefined
  readonly diagnostics: Finding[]
  readonly merge: MergedFile[]

  constructor(
    readonly status: number,
    body: unknown,
  ) {
    const problem = (typeof body === 'object' && body !== null ? body : {}) as Problem
    super(problem.detail ?? `The server answered ${status}.`)
    this.code = problem.code ?? 'unknown'
    this.hint = problem.hint
    this.diagnostics = problem.diagnostics ?? []
    this.merge = problem.conflicts ?? problem.merge ?? []
  }
}

// What to send is of use to who writes a program.
const forPrograms = /\b(GET|PUT|POST|PATCH|DELETE) …/

/** An error in words for people: what happened, and the way out where there is one. */
export function inWords(error: unknown): { what: string; hint?: string | undefined } {
  if (error instanceof ApiError) return { what: error.message, hint: forPrograms.test(error.hint ?? '') ? undefined : error.hint }
  if (error instanceof TypeError) return { what: 'The server does not answer.', hint: 'What you typed is kept. This goes on when the server is back.' }
  return { what: error instanceof Error ? error.message : String(error) }
}
