/** The pattern that protects an alias, in which `*` stands for any characters; undefined where none does. */
export const protecting = (alias: string, patterns: readonly string[]) => patterns.find(pattern => fits(alias, pattern))

// Each part between stars is looked for once, so that no pattern makes this slow.
function fits(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return name === pattern
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false
  let at = first.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0 || found + part.length > name.length - last.length) return false
    at = found + part.length
  }
  return true
}
