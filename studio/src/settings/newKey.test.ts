import { expect, test } from 'vitest'
import { keyRequest } from './newKey'

const form = { name: ' site ', permissions: ['read'], projects: [] as string[], tenants: '', days: '' }
const now = new Date('2026-01-01T00:00:00Z')

test('what is not limited is left out, and so reaches everything', () => expect(keyRequest(form, now)).toEqual({ name: 'site', permissions: ['read'] }))

test('projects, tenants and an end limit the key', () => {
  expect(keyRequest({ ...form, projects: ['a'], tenants: 'acme, globex', days: '30' }, now)).toEqual({
    name: 'site',
    permissions: ['read'],
    projects: ['a'],
    tenantScopes: ['acme', 'globex'],
    expiresAt: '2026-01-31T00:00:00.000Z',
  })
})
