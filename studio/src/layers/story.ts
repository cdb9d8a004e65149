import type { Finding } from '../api/errors'
import { nameOf } from '../lib/text'

/** Something that was offered to a merge point, and what became of it. */
export type Offer = {
  by: string
  scope?: string
  project?: string
  path?: string
  version?: number
  outcome: 'stands' | 'replaced' | 'notPromoted' | 'otherScope' | 'otherProject' | 'invalid'
  reason: string
  locks: boolean
}

/** The story of a merge point, as `explain` tells it. */
export type Point = { mergePoint: string; behavior: string; required: boolean; locked: boolean; user: boolean; line: number; offers: Offer[] }

/** An offer with what the picture says of it. */
export type Piece = Offer & { name: string; state: 'stands' | 'replaced' | 'absent' | 'refused' }

/** The layers from the lowest to the highest. */
export const order = ['base', 'system', 'tenant', 'feature', 'agent', 'user']

/** The layers that a picture of these points needs, from the lowest to the highest. */
export const lanes = (points: Point[]) =>
  order.filter(layer => layer === 'base' || points.some(point => (layer === 'user' && point.user) || point.offers.some(offer => offer.by === layer)))

/** What an offer is called: the scope that it is for, or its file. */
export const nameOfOffer = ({ by, scope, path }: Offer) => (by === 'base' ? 'default' : by === 'user' ? 'text' : (scope ?? nameOf(path ?? '')))

/** What one layer offers to a point. */
export const piecesOf = (point: Point, layer: string, refusals: Finding[]): Piece[] =>
  point.offers.filter(offer => offer.by === layer).map(offer => pieceOf(point, offer, refusals))

/** An offer as the picture shows it. What the server refused counts more than what it would have become. */
export function pieceOf(point: Point, offer: Offer, refusals: Finding[]): Piece {
  const refusal = refusals.find(finding => isAbout(finding, point, offer))
  const name = nameOfOffer(offer)
  if (refusal !== undefined) return { ...offer, name, state: 'refused', reason: refusal.message }
  return { ...offer, name, state: offer.outcome === 'stands' || offer.outcome === 'replaced' ? offer.outcome : 'absent' }
}

const isAbout = (finding: Finding, point: Point, { path }: Offer) =>
  path !== undefined && (finding.file ?? '').startsWith(`${path}.`) && finding.message.includes(`\`${point.mergePoint}\``)

/** Where a point is shut for the layers above, and by whom; undefined where every layer may contribute. */
export function shutBy(point: Point): string | undefined {
  if (point.locked) return 'base'
  return order.find(layer => layer !== 'base' && point.offers.some(offer => offer.by === layer && offer.locks && (offer.outcome === 'stands' || offer.outcome === 'replaced')))
}

/** Who stands in the output, in its order. */
export const standing = (point: Point, refusals: Finding[]) => point.offers.map(offer => pieceOf(point, offer, refusals)).filter(piece => piece.state === 'stands')

/** What the result of a point is, in words. */
export function outcome(point: Point, refusals: Finding[]): string {
  if (point.offers.some(offer => pieceOf(point, offer, refusals).state === 'refused')) return 'refused'
  const names = standing(point, refusals).map(piece => (piece.by === 'base' ? 'the default' : piece.by === 'user' ? "the user's text" : piece.name))
  return names.length === 0 ? 'nothing' : names.join(', then ')
}

/** The scopes of a layer that somebody wrote a contribution for, sorted. */
export const scopesOf = (points: Point[], layer: string) =>
  [...new Set(points.flatMap(point => point.offers).flatMap(offer => (offer.by === layer && offer.scope !== undefined ? [offer.scope] : [])))].sort()

/** For whom a prompt is composed. */
export type Audience = { tenant: string; features: string[]; agent: string }

/**
 * The story as it would be for an audience, made of the story that nobody was chosen for. It stands in where the server refuses the composition, and
 * so tells nothing of it but the refusal.
 */
export const imagined = (points: Point[], audience: Audience): Point[] =>
  points.map(point => {
    const offers = point.offers.map(offer => (offer.outcome === 'otherScope' && takesPart(offer, audience) ? { ...offer, outcome: 'stands' as const, reason: 'it takes part' } : offer))
    const last = offers.findLastIndex(offer => offer.outcome === 'stands')
    const isReplaced = (offer: Offer, at: number) => point.behavior === 'replace' && offer.outcome === 'stands' && at !== last
    return { ...point, offers: offers.map((offer, at) => (isReplaced(offer, at) ? { ...offer, outcome: 'replaced', reason: 'a later contribution replaces it' } : offer)) }
  })

const takesPart = ({ by, scope = '' }: Offer, { tenant, features, agent }: Audience) =>
  (by === 'tenant' && scope === tenant) || (by === 'feature' && features.includes(scope)) || (by === 'agent' && scope === agent)

/** A file that takes part. */
export type Part = { layer: string; path: string; version: number | undefined; name: string }

/** The files of a project that take part in a composition, each once: the base, then its layers. */
export function partsOf(points: Point[], project: string): Part[] {
  const parts = new Map<string, Part>()
  for (const layer of order) {
    for (const { by, path, project: home, version, outcome: became, scope } of points.flatMap(point => point.offers)) {
      if (by !== layer || path === undefined || (home ?? project) !== project || (became !== 'stands' && became !== 'replaced')) continue
      parts.set(path, { layer, path, version, name: layer === 'base' ? 'base' : `${layer} ${scope ?? nameOf(path)}` })
    }
  }
  return [...parts.values()]
}
