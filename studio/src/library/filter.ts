import type { PromptItem } from '../api/queries'

/** What a person narrows the library to; what is empty does not narrow. */
export type Filter = { text: string; folder: string; tag: string; category: string; alias: string; layer: string }

/** The filter that leaves everything. */
export const everything: Filter = { text: '', folder: '', tag: '', category: '', alias: '', layer: '' }

/** The words of a search, in small letters. */
export const words = (text: string) => text.toLowerCase().split(/\s+/).filter(word => word !== '')

/** Whether a text has every word. */
export function matches(text: string, wanted: string[]) {
  const small = text.toLowerCase()
  return wanted.every(word => small.includes(word))
}

/** The prompts that a filter leaves, in their order. */
export function narrow(items: PromptItem[], { text, folder, tag, category, alias, layer }: Filter): PromptItem[] {
  const wanted = words(text)
  return items.filter(
    item =>
      (folder === '' || item.path.startsWith(`${folder}/`)) &&
      (tag === '' || item.tags.includes(tag)) &&
      (category === '' || item.category === category) &&
      (alias === '' || item.aliases[alias] !== undefined) &&
      (layer === '' || item.layer === layer) &&
      (wanted.length === 0 || hasAll(item, wanted)),
  )
}

// Typing looks at every prompt for each key; what is looked at is made small once.
const looked = new WeakMap<PromptItem, string>()

function hasAll(item: PromptItem, wanted: string[]) {
  let text = looked.get(item)
  if (text === undefined) looked.set(item, (text = `${item.path} ${item.description ?? ''} ${item.tags.join(' ')}`.toLowerCase()))
  return wanted.every(word => text.includes(word))
}

/** Every folder that has prompts below it, with how many, by name. */
export function folders(items: PromptItem[]): [string, number][] {
  return counts(items, ({ path }) => {
    const segments = path.split('/').slice(0, -1)
    return segments.map((_, index) => segments.slice(0, index + 1).join('/'))
  })
}

/** Every tag, with how many prompts have it. */
export const tags = (items: PromptItem[]) => counts(items, item => item.tags)

/** Every category, with how many prompts are in it. */
export const categories = (items: PromptItem[]) => counts(items, item => (item.category == null ? [] : [item.category]))

/** Every alias, with how many prompts have it. */
export const aliases = (items: PromptItem[]) => counts(items, item => Object.keys(item.aliases))

/** Every layer that contributions are of, with how many there are. */
export const layers = (items: PromptItem[]) => counts(items, item => (item.layer == null ? [] : [item.layer]))

function counts(items: PromptItem[], names: (item: PromptItem) => string[]): [string, number][] {
  const found = new Map<string, number>()
  for (const item of items) for (const name of names(item)) found.set(name, (found.get(name) ?? 0) + 1)
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}
