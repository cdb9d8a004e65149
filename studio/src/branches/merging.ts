import { useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import type { components } from '../api/schema'
import { refresh } from '../api/queries'
import type { Resolution } from '../merge/pieces'
import type { Place } from './load'

export type Merge = components['schemas']['Merge']
export type Mode = 'auto' | 'merge' | 'squash'

/** What is sent with a merge, revert or cherry-pick when it is done. */
export type Settled = { message: string; expectedHead: string | undefined; resolutions: Resolution[]; acceptBreaks: string[] }

/** What a merge would lead to; nothing changes. */
export const usePreview = (place: Place, from: string, into: string, mode: Mode) =>
  useQuery({
    queryKey: ['merge', place.organisation, place.project, from, into, mode],
    queryFn: () => take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/merges', { params: { path: place }, body: { from, into, mode, dryRun: true } })),
  })

/** Merges. */
export async function merge(place: Place, from: string, into: string, mode: Mode, settled: Settled): Promise<Merge> {
  const done = await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/merges', { params: { path: place }, body: { from, into, mode, ...body(settled) } }))
  await refresh(place.organisation, place.project)
  return done
}

/** The two ways to use a commit once more: its reverse, or the same on another branch. */
export type PickKind = 'reverts' | 'cherry-picks'

type Pick = { kind: PickKind; commit: string; branch: string; mainline: number | undefined }

/** What a revert or cherry-pick would lead to. */
export const usePickPreview = (place: Place, pick: Pick) =>
  useQuery({ queryKey: ['pick', place.organisation, place.project, pick], queryFn: () => sendPick(place, pick, { dryRun: true }) })

/** Reverts or cherry-picks. */
export async function doPick(place: Place, pick: Pick, settled: Settled): Promise<Merge> {
  const done = await sendPick(place, pick, body(settled))
  await refresh(place.organisation, place.project)
  return done
}

function sendPick(place: Place, { kind, commit, branch, mainline }: Pick, rest: object): Promise<Merge> {
  const sent = { params: { path: place }, body: { commit: `sha:${commit}`, branch, ...(mainline === undefined ? {} : { mainline }), ...rest } }
  return kind === 'reverts'
    ? take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/reverts', sent))
    : take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/cherry-picks', sent))
}

const body = ({ message, expectedHead, resolutions, acceptBreaks }: Settled) => ({
  ...(message.trim() === '' ? {} : { message: message.trim() }),
  ...(expectedHead === undefined ? {} : { expectedHead }),
  ...(resolutions.length === 0 ? {} : { resolutions }),
  ...(acceptBreaks.length === 0 ? {} : { acceptBreaks }),
})
