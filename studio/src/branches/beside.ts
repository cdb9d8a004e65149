import type { components } from '../api/schema'

type File = components['schemas']['Tree']['items'][number]

/** A prompt of a branch beside another one: what it is there. */
export type Standing = { path: string; blob: string; status: 'same' | 'changed' | 'new' | 'gone' }

/** The prompts of a branch and those that only the other one has, by path. */
export function beside(files: readonly File[], others: readonly File[]): Standing[] {
  const [here, there] = [prompts(files), prompts(others)]
  const all: Standing[] = [...here].map(([path, blob]) => ({ path, blob, status: !there.has(path) ? 'new' : there.get(path) === blob ? 'same' : 'changed' }))
  for (const [path, blob] of there) if (!here.has(path)) all.push({ path, blob, status: 'gone' })
  return all.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const prompts = (files: readonly File[]) => new Map(files.filter(file => file.role === 'prompt' || file.role === 'text').map(file => [promptPath(file.path), file.blob]))

/** The path that a prompt has by its file. */
export const promptPath = (file: string) => file.replace(/\.prompt\.(md|yml|yaml)$/i, '')
