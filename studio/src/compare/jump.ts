/** Brings the next change, or with -1 the one before, to the eye and the keyboard. */
export function jump(body: HTMLElement | null, step: 1 | -1) {
  const all = [...(body?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
  if (all.length === 0) return
  const at = all.findIndex(change => change === document.activeElement)
  const next = at < 0 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length
  all[next]!.focus({ preventScroll: true })
  all[next]!.scrollIntoView({ block: 'center' })
}
