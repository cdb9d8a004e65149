import { QueryClient, useQuery } from '@tanstack/react-query'
import { api, take } from './client'
import { ApiError } from './errors'
import type { components } from './schema'

export type Me = components['schemas']['Me']
export type Project = components['schemas']['Project']
export type PromptItem = components['schemas']['PromptPage']['items'][number]
export type Prompt = components['schemas']['Prompt']

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the server refused it refuses again; what it did not hear is asked again when it is back.
      retry: (tries, error) => !(error instanceof ApiError) && tries < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** Who is signed in; the error is 401 where nobody is. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => take(api.GET('/api/v1/me')), staleTime: Infinity })

/** The organisation's projects. */
export const useProjects = (organisation: string) =>
  useQuery({
    queryKey: ['projects', organisation],
    queryFn: async () => (await take(api.GET('/api/v1/orgs/{organisation}/projects', { params: { path: { organisation } } }))).items,
  })

/** Every prompt of a project, in the order of paths, page by page. */
export const usePrompts = (organisation: string, project: string) =>
  useQuery({ queryKey: ['prompts', organisation, project], queryFn: ({ signal }) => allPrompts(organisation, project, signal) })

async function allPrompts(organisation: string, project: string, signal: AbortSignal): Promise<PromptItem[]> {
  const items: PromptItem[] = []
  let after: string | undefined
  do {
    const page = await take(
      api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts', {
        params: { path: { organisation, project }, query: { limit: 1000, ...(after === undefined ? {} : { after }) } },
        signal,
      }),
    )
    items.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  return items
}

/** A prompt's latest version, and the tag that a change to it must show. */
export type Loaded = { prompt: Prompt; tag: string | null }

/** Asks for a prompt as it is now; at a version where a number is given, at a branch, a tag or a commit where a name is. */
export async function loadPrompt(organisation: string, project: string, path: string, at?: number | string): Promise<Loaded> {
  const asked = await api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}', {
    params: { path: { organisation, project, path }, ...(at === undefined ? {} : { query: typeof at === 'number' ? { version: at } : { ref: at } }) },
  })
  return { prompt: await take(Promise.resolve(asked)), tag: asked.response.headers.get('ETag') }
}

/** The latest version of a prompt, asked for anew by every visit: work that begins on an older text ends in a conflict. */
export const usePrompt = (organisation: string, project: string, path: string) =>
  useQuery({ queryKey: ['prompt', organisation, project, path], queryFn: () => loadPrompt(organisation, project, path), refetchOnWindowFocus: false, gcTime: 0 })

/** Asks again for all that may have changed in a project. */
export const refresh = (organisation: string, project: string) =>
  queries.invalidateQueries({ predicate: query => query.queryKey[1] === organisation && query.queryKey[2] === project })
