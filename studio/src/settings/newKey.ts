import { tagList } from '../library/tagText'

/** What a person asks of a new key. */
export type KeyForm = { name: string; permissions: string[]; projects: string[]; tenants: string; days: string }

/** The request of it; `now` is when it is made. What is not limited is left out. */
export function keyRequest({ name, permissions, projects, tenants, days }: KeyForm, now: Date) {
  const scopes = tagList(tenants)
  return {
    name: name.trim(),
    permissions,
    ...(projects.length === 0 ? {} : { projects }),
    ...(scopes.length === 0 ? {} : { tenantScopes: scopes }),
    ...(days === '' ? {} : { expiresAt: new Date(now.getTime() + Number(days) * 86_400_000).toISOString() }),
  }
}
