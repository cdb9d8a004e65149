import { useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import type { components } from '../api/schema'

export type SetItem = components['schemas']['SetList']['items'][number]
export type SetShown = components['schemas']['Set']
export type SetBody = components['schemas']['SetBody']

/** The prompt sets of a project, by folder. */
export const useSets = (organisation: string, project: string) =>
  useQuery({
    queryKey: ['sets', organisation, project],
    queryFn: async () => (await take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/sets', { params: { path: { organisation, project } } }))).items,
  })

/** A prompt set and what it holds. */
export const useSet = (organisation: string, project: string, set: string) =>
  useQuery({
    queryKey: ['set', organisation, project, set],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/sets/{set}', { params: { path: { organisation, project, set } } })),
  })

/** Makes a set, or edits its manifest. */
export const saveSet = (organisation: string, project: string, set: string, body: SetBody) =>
  take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/sets/{set}', { params: { path: { organisation, project, set } }, body }))

/** Removes a set's manifest; its prompts stay. */
export const removeSet = (organisation: string, project: string, set: string) =>
  take(api.DELETE('/api/v1/orgs/{organisation}/projects/{project}/sets/{set}', { params: { path: { organisation, project, set } } }))
