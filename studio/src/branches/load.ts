import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import { useProjects } from '../api/queries'
import { useSession } from '../app/session'
import type { components } from '../api/schema'

export type Branch = components['schemas']['Branch']
export type Commit = components['schemas']['Commit']
export type Place = { organisation: string; project: string }

const page = 50

/** The branches of a project, by name; a key that sees some tenants alone is told none. */
export const useBranches = (place: Place) =>
  useQuery({
    queryKey: ['branches', place.organisation, place.project],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/branches', { params: { path: place } })),
    select: page => page.items,
    enabled: !useSession().boundToTenants,
  })

/** The branch whose history issues version numbers. */
export const useDefaultBranch = ({ organisation, project }: Place) => useProjects(organisation).data?.find(({ name }) => name === project)?.defaultBranch

// What commits say never changes, so that nothing asks for it again: the keys do not name the project as those of other questions do.
const forGood = ({ organisation, project }: Place) => `${organisation}/${project}`

/** A branch beside another one, as both stand: how many commits each has that the other has not. */
export const useDivergence = (place: Place, branch: Branch, against: Branch) =>
  useQuery({
    queryKey: ['divergence', forGood(place), branch.head, against.head],
    queryFn: () =>
      take(
        api.GET('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}', {
          params: { path: { ...place, branch: branch.name }, query: { against: `sha:${against.head}` } },
        }),
      ),
    staleTime: Infinity,
  })

/** A commit and the files that it changed. */
export const useCommit = (place: Place, commit: string) =>
  useQuery({
    queryKey: ['commit', forGood(place), commit],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/commits/{commit}', { params: { path: { ...place, commit } } })),
    staleTime: Infinity,
  })

/** The commits of a branch, newest first, a page at a time; where a file is named, those that changed it. */
export const useCommits = (place: Place, branch: string | undefined, file?: string) =>
  useInfiniteQuery({
    queryKey: ['log', place.organisation, place.project, branch, file],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/orgs/{organisation}/projects/{project}/commits', {
          params: { path: place, query: { limit: page, ...(branch === undefined ? {} : { branch }), ...(file === undefined ? {} : { path: file }), ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
  })

/** The files of a branch, by path. */
export const useTree = (place: Place, ref: string, enabled = true) =>
  useQuery({
    queryKey: ['tree', place.organisation, place.project, ref],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/tree', { params: { path: place, query: { ref } } })),
    select: tree => tree.items,
    enabled,
  })
