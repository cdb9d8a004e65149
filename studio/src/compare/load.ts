import { useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import type { Prompt } from '../api/queries'
import { asked, latest, treeName, writeSide, type Side } from './address'
import type { Diff } from './rows'

type Project = { organisation: string; project: string }

// Prompts come whole, so that every unchanged line can be shown; of trees, what is around the changes.
const whole = 1000
const around = 20

/** What differs between two sides, both prompts or both trees. */
export const useDiff = (place: Project, from: Side, to: Side, enabled = true) =>
  useQuery({
    // Between numbers and commits nothing ever changes, so that nothing asks for it again.
    queryKey: isForGood(from) && isForGood(to) ? ['diff', `${place.organisation}/${place.project}`, writeSide(from), writeSide(to)] : ['diff', place.organisation, place.project, writeSide(from), writeSide(to)],
    queryFn: () => diff(place, from, to),
    enabled,
  })

const isForGood = ({ selector }: Side) => /^(\d+|sha:.+)$/.test(selector)

function diff(place: Project, from: Side, to: Side): Promise<Diff> {
  if (from.path === null || to.path === null) return treeDiff(place, treeName(from.selector), treeName(to.selector))
  const other = to.path === from.path ? {} : { toPrompt: to.path }
  return take(
    api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/diff', {
      params: { path: { ...place, path: from.path }, query: { from: named(from), to: named(to), context: whole, ...other } },
    }),
  )
}

/** What differs between two trees; without `from`, between a commit and its first parent. */
export const treeDiff = (place: Project, from: string | undefined, to: string): Promise<Diff> =>
  take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/diff', { params: { path: place, query: { to, context: around, ...(from === undefined ? {} : { from }) } } }))

/** The version that a side names; null for a tree. */
export const useSide = (place: Project, side: Side) =>
  useQuery({
    queryKey: ['side', place.organisation, place.project, writeSide(side)],
    queryFn: (): Promise<Prompt> => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}', { params: { path: { ...place, path: side.path ?? '' }, query: asked(side.selector) } })),
    enabled: side.path !== null,
  })

const named = ({ selector }: Side) => (selector === latest ? 'latest' : selector)
