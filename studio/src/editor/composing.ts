import type { Audience } from './values'

/** What the preview of a file composes: the prompt itself, or for a contribution the prompt that it extends, for whom it is made. */
export function composing(head: Record<string, unknown> | null, path: string, audience: Audience): { prompt: string; audience: Audience; isContribution: boolean } {
  const base = head?.['extends']
  if (typeof base !== 'string') return { prompt: path, audience, isContribution: false }
  const { layer, scope } = head!
  const name = typeof scope === 'string' || typeof scope === 'number' ? String(scope) : ''
  return { prompt: pathOf(base), audience: name === '' ? audience : within(audience, layer, name), isContribution: true }
}

/** The path in what a contribution extends, which may be a whole address. */
export const pathOf = (extended: string) => extended.replace(/^@[^:]*:/, '')

function within(audience: Audience, layer: unknown, scope: string): Audience {
  if (layer === 'tenant') return { ...audience, tenant: scope }
  if (layer === 'agent') return { ...audience, agent: scope }
  if (layer !== 'feature' || audience.features.split(/[\s,]+/).includes(scope)) return audience
  return { ...audience, features: `${audience.features} ${scope}`.trim() }
}
