import type { Composed } from '../provenance/segments'
import type { components } from '../api/schema'
import type { Audience } from './story'

export type Body = components['schemas']['ComposeBody']

/** What is composed: for whom, out of which versions, and with what. */
export type Wish = Audience & { alias: string; variables: Record<string, unknown>; user: Record<string, string>; fence: boolean }

/** Another version of one file, or another alias for one layer. */
export type WhatIf = { kind: 'version'; layer: string; path: string; version: number } | { kind: 'alias'; layer: string; alias: string }

/** The audience that an address names, so that a picture can be sent to others. */
export const readAudience = (search: URLSearchParams): Audience & { alias: string } => ({
  tenant: search.get('tenant') ?? '',
  features: [...new Set((search.get('features') ?? '').split(',').filter(feature => feature !== ''))],
  agent: search.get('agent') ?? '',
  alias: search.get('alias') ?? '',
})

/** The search of an address that names an audience. */
export function writeAudience({ tenant, features, agent, alias }: Audience & { alias: string }): URLSearchParams {
  const given = { tenant, features: features.join(','), agent, alias }
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))
}

/** The request that composes a wish. What is empty is not given. */
export function bodyOf(prompt: string, { tenant, features, agent, alias, variables, user, fence }: Wish): Body {
  const texts = Object.fromEntries(Object.entries(user).filter(([, text]) => text !== ''))
  return {
    prompt,
    explain: true,
    fence,
    variables,
    features,
    ...(tenant === '' ? {} : { tenant }),
    ...(agent === '' ? {} : { agent }),
    ...(alias === '' ? {} : { alias }),
    ...(Object.keys(texts).length === 0 ? {} : { user: texts }),
  }
}

/** A composed prompt as one text, to be compared with another one. */
export const wholeText = ({ content, messages }: Composed) => (messages ? messages.map(({ role, content: said }) => `${role}:\n${said}`).join('\n\n') : (content ?? ''))
