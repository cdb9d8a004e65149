import { expect, test } from 'vitest'
import type { Finding } from '../api/errors'
import { imagined, lanes, outcome, partsOf, piecesOf, scopesOf, shutBy, standing, type Offer, type Point } from './story'

const offer = (by: string, more: Partial<Offer> = {}): Offer => ({ by, outcome: 'stands', reason: 'because', locks: false, ...more })
const point = (offers: Offer[], more: Partial<Point> = {}): Point => ({ mergePoint: 'tone', behavior: 'append', required: false, locked: false, user: false, line: 1, offers, ...more })
const acme = offer('tenant', { scope: 'acme', path: 'layers/acme' })
const refusal: Finding = { code: 'QC1004', severity: 'error', message: 'The tenant layer contributes to the merge point `tone`, which the system layer locks.', file: 'layers/acme.prompt.md' }

test('the lanes are the base and what is there, from the lowest to the highest', () => {
  expect(lanes([point([offer('agent', { path: 'a' }), offer('system', { path: 's' })])])).toEqual(['base', 'system', 'agent'])
  expect(lanes([point([], { user: true })])).toEqual(['base', 'user'])
})

test('what stands is told in the order of the output', () => {
  const told = point([offer('base'), acme, offer('feature', { scope: 'billing', outcome: 'otherScope', path: 'b' })])
  expect(standing(told, []).map(piece => piece.name)).toEqual(['default', 'acme'])
  expect(outcome(told, [])).toBe('the default, then acme')
  expect(outcome(point([]), [])).toBe('nothing')
})

test('a refusal counts for its file and its merge point alone', () => {
  expect(piecesOf(point([acme]), 'tenant', [refusal])[0]).toMatchObject({ state: 'refused', reason: refusal.message })
  expect(piecesOf(point([acme], { mergePoint: 'steps' }), 'tenant', [refusal])[0]?.state).toBe('stands')
  expect(piecesOf(point([{ ...acme, path: 'layers/ac' }]), 'tenant', [refusal])[0]?.state).toBe('stands')
  expect(outcome(point([acme]), [refusal])).toBe('refused')
})

test('a point is shut by the base, or by the lowest layer that takes part and locks it', () => {
  expect(shutBy(point([], { locked: true }))).toBe('base')
  expect(shutBy(point([offer('agent', { locks: true }), offer('tenant', { locks: true })]))).toBe('tenant')
  expect(shutBy(point([offer('tenant', { locks: true, outcome: 'otherScope' })]))).toBeUndefined()
})

test('scopes are told once each, also of contributions that take no part', () => {
  const globex = offer('tenant', { scope: 'globex', outcome: 'otherScope' })
  expect(scopesOf([point([globex, acme]), point([acme])], 'tenant')).toEqual(['acme', 'globex'])
})

test('where nothing is composed, those who were chosen are imagined to take part', () => {
  const away = { ...acme, outcome: 'otherScope' as const }
  const [told] = imagined([point([away, { ...away, scope: 'globex' }])], { tenant: 'acme', features: [], agent: '' })
  expect(told?.offers.map(({ outcome: became }) => became)).toEqual(['stands', 'otherScope'])
  const [replaced] = imagined([point([offer('base'), away], { behavior: 'replace' })], { tenant: 'acme', features: [], agent: '' })
  expect(replaced?.offers.map(({ outcome: became }) => became)).toEqual(['replaced', 'stands'])
})

test('the files that take part are told once each, without those of other projects', () => {
  const base = offer('base', { path: 'answer', version: 3 })
  const elsewhere = offer('system', { path: 'style', project: 'shared' })
  const away = offer('feature', { path: 'billing', outcome: 'otherScope' })
  expect(partsOf([point([acme, base]), point([base, elsewhere, away])], 'prompts')).toEqual([
    { layer: 'base', path: 'answer', version: 3, name: 'base' },
    { layer: 'tenant', path: 'layers/acme', version: undefined, name: 'tenant acme' },
  ])
})
