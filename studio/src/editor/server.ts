import { api, take } from '../api/client'
import { ApiError } from '../api/errors'
import { loadPrompt, type Loaded } from '../api/queries'
import type { components } from '../api/schema'

export type Draft = components['schemas']['Draft']
export type Saved = components['schemas']['Saved']

/** What the server does for somebody who works on one prompt. A branch that is left out is the default one. */
export type Server = {
  load: (branch?: string) => Promise<Loaded>
  /** The head of a branch; null where there is none. */
  head: (branch?: string) => Promise<string | null>
  makeBranch: (branch: string) => Promise<void>
  draft: () => Promise<Draft | null>
  keep: (source: string, base: string, branch?: string) => Promise<Draft>
  drop: (branch?: string) => Promise<void>
  commit: (message: string, branch?: string) => Promise<Saved>
}

/** Speaks to the server about one prompt. */
export function serverOf(organisation: string, project: string, path: string, defaultBranch: string): Server {
  const place = { organisation, project, path }
  const on = (branch: string | undefined) => ({ params: { path: place, ...(branch === undefined ? {} : { query: { branch } }) } })

  async function head(branch = defaultBranch) {
    return orNull(take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}', { params: { path: { organisation, project, branch } } })).then(found => found.head))
  }

  return {
    // At the tip, and not by its number: a version's own commit may have the prompt at another path.
    load: (at = defaultBranch) => loadPrompt(organisation, project, path, at),
    head,
    makeBranch: async branch => {
      const from = await head()
      if (from === null) throw new Error(`The branch ${defaultBranch} has no commit yet, so there is nothing that ${branch} could begin with.`)
      await take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}', { params: { path: { organisation, project, branch } }, body: { head: from } }))
    },
    draft: async () => {
      // The list says without an error that there is none.
      const { items } = await take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/drafts', { params: { path: { organisation, project } } }))
      const isThere = items.some(item => item.path === path && item.branch === defaultBranch)
      return isThere ? orNull(take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}', on(undefined)))) : null
    },
    keep: (source, base, branch) =>
      take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}', { params: { path: place }, body: { source, base, ...(branch === undefined ? {} : { branch }) } })),
    drop: async branch => {
      await orNull(take(api.DELETE('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}', on(branch))))
    },
    commit: (message, branch) =>
      take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/drafts/{path}/commit', { params: { path: place }, body: { message, ...(branch === undefined ? {} : { branch }) } })),
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
