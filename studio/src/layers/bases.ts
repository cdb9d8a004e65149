import type { PromptItem } from '../api/queries'
import { order } from './story'

/** A base prompt, and how many contributions each layer has for it. */
export type Base = { path: string; isHere: boolean; layers: { layer: string; many: number }[] }

/** The prompts that others extend, by path. */
export function byBase(prompts: Pick<PromptItem, 'path' | 'extends' | 'layer'>[]): Base[] {
  const bases = new Map<string, Map<string, number>>()
  for (const { extends: base, layer } of prompts) {
    if (base == null || layer == null) continue
    const layers = bases.get(base) ?? new Map<string, number>()
    layers.set(layer, (layers.get(layer) ?? 0) + 1)
    bases.set(base, layers)
  }
  const here = new Set(prompts.map(({ path }) => path))
  return [...bases]
    .map(([path, layers]) => ({ path, isHere: here.has(path), layers: order.flatMap(layer => (layers.has(layer) ? [{ layer, many: layers.get(layer)! }] : [])) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
