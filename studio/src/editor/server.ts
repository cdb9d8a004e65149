import { api, take } from '../api/client'
import { ApiError } from '../api/errors'
import { loadPrompt, type Loaded } from '../api/queries'
import type { components } from '../api/schema'
import type { WorkPlace } from './spot'

export type Draft = components['schemas']['Draft']
export type Saved = components['schemas']['Saved']

/** What the server does for somebody who works on one prompt. A branch that is left out is the one that is worked on. */
export type Server = {
  load: (branch?: string) => Promise<Loaded>
  /** The head of a branch; null where there is none. */
  head: (branch?: string) => Promise<string | null>
  makeBranch: (branch: string) => Promise<void>
  draft: () => Promise<Draft | null>
  keep: (source: string, base: string, branch?: string) => Promise<Draft>
  drop: (branch?: string) => Promise<void>
  commit: (message: string, branch?: string, acceptBreaks?: string[]) => Promise<Saved>
}

/** Speaks to the server about one prompt. */
export function serverOf({ organisation, project, path, branch: own }: WorkPlace): Server {
  const place = { organisation, project, path }
  const on = (branch = own) => ({ params: { path: place, query: { branch } } })

  async function head(branch = own) {
    return orNull(take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}', { params: { path: { organisation, project, branch } } })).then(found => found.head))
  }

  return {
    // At the tip, and not by its number: a version's own commit may have the prompt at another path.
    load: (at = own) => loadPrompt(organisation, project, path, at),
    head,
    makeBranch: async branch => {
      const from = await head()
      if (from === null) throw new Error(`The branch ${own} has no commit yet, so there is nothing that ${branch} could begin with.`)
      await take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}', { params: { path: { organisation, project, branch } }, body: { head: from } }))
    },
    draft: async () => {
      // The list says without an error that there is none.
      const { items } = await take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/drafts', { params: { path: { organisation, project } } }))
      const isThere = items.some(item => item.path === path && item.branch === own)
      return isThere ? orNull(take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}', on()))) : null
    },
    keep: (source, base, branch = own) =>
      take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}', { params: { path: place }, body: { source, base, branch } })),
    drop: async branch => {
      await orNull(take(api.DELETE('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}', on(branch))))
    },
    commit: (message, branch = own, acceptBreaks = []) =>
      take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}/commit', { params: { path: place }, body: { message, branch, ...(acceptBreaks.length === 0 ? {} : { acceptBreaks }) } })),
  }
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}
