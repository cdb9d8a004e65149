import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, take } from '../api/client'
import { loadPrompt } from '../api/queries'
import type { Composed } from '../provenance/segments'
import type { Point } from './story'
import { bodyOf, type Body, type WhatIf, type Wish } from './wish'

export type Place = { organisation: string; project: string; path: string }

const pause = 200
const nobody: Wish = { tenant: '', features: [], agent: '', alias: '', variables: {}, user: {}, fence: false }

/** The story of each merge point of a composed prompt. */
export const pointsOf = (composed: Composed | undefined) => (composed?.explain ?? []) as Point[]

/** What there is when nobody is chosen: every merge point, and everybody who contributes to one. */
export const useOffers = (place: Place, alias: string) => useComposed(place, { ...nobody, alias })

/** The prompt as it is composed. The last answer stays until the next one is there. */
export function useComposed(place: Place, wish: Wish) {
  const body = bodyOf(place.path, wish)
  return useQuery({
    queryKey: ['layers', place.organisation, place.project, place.path, JSON.stringify(body)],
    queryFn: ({ signal }) => compose(place, body, signal),
    placeholderData: keepPreviousData,
  })
}

/** The same with one thing changed; nothing is asked where nothing is. */
export function useWhatIf(place: Place, wish: Wish, whatIf: WhatIf | undefined) {
  const body = bodyOf(place.path, wish)
  return useQuery({
    queryKey: ['layers', place.organisation, place.project, place.path, JSON.stringify(body), JSON.stringify(whatIf)],
    queryFn: ({ signal }) => (whatIf!.kind === 'alias' ? compose(place, { ...body, selectors: { [whatIf!.layer]: whatIf!.alias } }, signal) : composeOver(place, body, whatIf!, signal)),
    enabled: whatIf !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** The versions of a file, newest first. */
export function useVersions({ organisation, project }: Place, path: string | undefined) {
  const asked = path ?? ''
  return useQuery({
    queryKey: ['layer-versions', organisation, project, asked],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions', { params: { path: { organisation, project, path: asked }, query: { limit: 200 } } })),
    enabled: path !== undefined,
  })
}

/** A value that has rested for a moment, for what is typed. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

const compose = ({ organisation, project }: Place, body: Body, signal: AbortSignal): Promise<Composed> =>
  take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/compose', { params: { path: { organisation, project } }, body, signal }))

// An older file in the place of the one that is stored, as the editor does with what is typed.
async function composeOver({ organisation, project }: Place, request: Body, { path, version }: WhatIf & { kind: 'version' }, signal: AbortSignal): Promise<Composed> {
  const [now, then] = await Promise.all([loadPrompt(organisation, project, path), loadPrompt(organisation, project, path, version)])
  const sources = { [now.prompt.file]: then.prompt.source ?? '' }
  return take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/preview', { params: { path: { organisation, project } }, body: { request, sources }, signal }))
}
