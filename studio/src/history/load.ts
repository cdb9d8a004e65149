import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import type { components } from '../api/schema'

export type Version = components['schemas']['VersionPage']['items'][number]
export type Reads = components['schemas']['Reads']
export type Place = { organisation: string; project: string; path: string }

const page = 100

/** The versions of a prompt, newest first, a page at a time. */
export const useVersions = (place: Place) =>
  useInfiniteQuery({
    queryKey: ['versions', place.organisation, place.project, place.path],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions', {
          params: { path: place, query: { limit: page, ...(pageParam === 0 ? {} : { before: pageParam }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: last => last.next ?? undefined,
  })

/** How often the prompt was read in the last thirty days. */
export const useReads = (place: Place) =>
  useQuery({
    queryKey: ['prompt-reads', place.organisation, place.project, place.path],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/reads', { params: { path: place } })),
  })

/** The aliases of a prompt, also those of versions that are not loaded yet. */
export const useAliases = (place: Place) =>
  useQuery({
    queryKey: ['aliases', place.organisation, place.project, place.path],
    queryFn: async () => (await take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/aliases', { params: { path: place } }))).items,
  })

/** The names and patterns of the project's protected aliases. */
export const useProtectedAliases = (place: Place) =>
  useQuery({
    queryKey: ['protected-aliases', place.organisation, place.project],
    queryFn: async () =>
      (await take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/protected-aliases', { params: { path: { organisation: place.organisation, project: place.project } } }))).items,
  })

/** The runs that used a version, newest first. */
export const useRuns = (place: Place, version: number) =>
  useQuery({
    queryKey: ['usage', place.organisation, place.project, place.path, version],
    queryFn: () =>
      take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions/{version}/usage', { params: { path: { ...place, version }, query: { limit: 20 } } })),
  })
