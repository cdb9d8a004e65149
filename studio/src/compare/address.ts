/** One side of a comparison: a version of a prompt, or without a path the whole tree of a branch, tag or commit. */
export type Side = { path: string | null; selector: string }

/** The selector of the latest version. */
export const latest = ''

const isTree = (selector: string) => /^(ref|sha):[^:]+$/.test(selector)

/** The side that an address names; where it names none here, why. */
export function readSide(text: string, organisation: string, project: string): Side | { wrong: string } {
  const given = text.trim()
  if (given === '') return { wrong: 'There is no address.' }
  if (!given.startsWith('@')) return short(given)
  const home = `@${organisation}/${project}`
  const rest = given.slice(home.length)
  if (!given.startsWith(home) || !/^[/@:]/.test(rest)) return { wrong: `Only addresses of ${organisation}/${project} can be compared here, and ${given} is of another project.` }
  return rest.startsWith('/') ? short(rest.slice(1)) : short(rest.slice(1), true)
}

// A path has neither @ nor :, so the first of these marks says which form it is.
function short(text: string, isInTree = false): Side | { wrong: string } {
  if (isTree(text) && !isInTree) return { path: null, selector: text }
  const mark = text.search(/[@:]/)
  if (mark < 0 && !isInTree) return { path: text, selector: latest }
  if (mark >= 0 && text[mark] === '@') return version(text.slice(0, mark), text.slice(mark + 1))
  return inTree(text)
}

function version(path: string, selector: string): Side | { wrong: string } {
  if (path === '' || selector === '') return { wrong: `Something is missing beside the @ of ${path}@${selector}.` }
  return { path, selector: selector === 'latest' ? latest : selector }
}

// REF:path or sha:HEX:path.
function inTree(text: string): Side | { wrong: string } {
  const at = text.lastIndexOf(':')
  const [reference, path] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || path === '') return { wrong: `${text} names no prompt.` }
  return { path, selector: isTree(reference) ? reference : `ref:${reference}` }
}

/** The address of a side, as it is read again. */
export function writeSide({ path, selector }: Side): string {
  if (path === null) return selector
  return selector === latest ? path : `${path}@${selector}`
}

/** What a selector means, in words. */
export function tellSelector(selector: string): string {
  if (selector === latest) return 'latest'
  if (selector.startsWith('ref:')) return selector.slice(4)
  if (selector.startsWith('sha:')) return `commit ${selector.slice(4, 11)}`
  return /^\d+$/.test(selector) ? `version ${selector}` : selector
}

/** The parameters that ask for the side of a prompt. */
export function asked(selector: string): { ref?: string; version?: number; alias?: string } {
  if (selector === latest) return {}
  if (selector.startsWith('ref:')) return { ref: selector.slice(4) }
  if (selector.startsWith('sha:')) return { ref: selector }
  return /^\d+$/.test(selector) ? { version: Number(selector) } : { alias: selector }
}

/** A tree as the interface names it. */
export const treeName = (selector: string) => (selector.startsWith('ref:') ? selector.slice(4) : selector)
