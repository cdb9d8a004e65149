import type { PromptItem } from '../api/queries'

/** What a person narrows the library to. */
export type Filter = { text: string; folder: string; tag: string; category: string }

/** The words of a search, in small letters. */
export const words = (text: string) => text.toLowerCase().split(/\s+/).filter(word => word !== '')

/** Whether a text has every word. */
export function matches(text: string, wanted: string[]) {
  const small = text.toLowerCase()
  return wanted.every(word => small.includes(word))
}

/** The prompts that a filter leaves, in their order. */
export function narrow(items: PromptItem[], { text, folder, tag, category }: Filter): PromptItem[] {
  const wanted = words(text)
  return items.filter(
    item =>
      (folder === '' || item.path.startsWith(`${folder}/`)) &&
      (tag === '' || item.tags.includes(tag)) &&
      (category === '' || item.category === category) &&
      matches(`${item.path} ${item.description ?? ''} ${item.tags.join(' ')}`, wanted),
  )
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

function counts(items: PromptItem[], names: (item: PromptItem) => string[]): [string, number][] {
  const found = new Map<string, number>()
  for (const item of items) for (const name of names(item)) found.set(name, (found.get(name) ?? 0) + 1)
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}
