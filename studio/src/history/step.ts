/** Moves the focus to the next entry of a list, or with -1 to the one before. */
export function step(list: HTMLElement | null, by: 1 | -1) {
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]
  const at = all.findIndex(entry => entry.contains(document.activeElement))
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
}
