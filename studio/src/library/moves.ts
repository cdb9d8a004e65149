import { nameOf } from '../lib/text'

/** A file that goes from one path to another, with its content. */
export type FileMove = { from: string; to: string; blob: string }

type TreeFile = { path: string; blob: string; role: string }

const endings = /\.prompt\.(md|yml|yaml)$/i

/** The path of the prompt that a file is. */
export const promptOf = (file: string) => file.replace(endings, '')

/** The files of prompts, by the prompt's path. */
export const filesByPrompt = (files: TreeFile[]) => new Map(files.filter(({ role }) => role === 'prompt').map(file => [promptOf(file.path), file]))

/** Where a path stands in a folder; '' is the top. */
export const inFolder = (folder: string, path: string) => (folder === '' ? nameOf(path) : `${folder}/${nameOf(path)}`)

/** The files that a move to a folder takes along. What stands there already stays. Throws, naming the path, where something is in the way. */
export function planMoves(files: TreeFile[], prompts: string[], folder: string): FileMove[] {
  const byPrompt = filesByPrompt(files)
  const taken = new Set([...byPrompt.keys()].map(path => path.toLowerCase()))
  const moves: FileMove[] = []
  for (const path of prompts) {
    const file = byPrompt.get(path)
    const target = inFolder(folder, path)
    if (file === undefined || target === path) continue
    if (taken.has(target.toLowerCase())) throw new Error(`There is a prompt ${target} already. Nothing was moved: rename one of the two first.`)
    taken.add(target.toLowerCase())
    moves.push({ from: file.path, to: inFolder(folder, file.path), blob: file.blob })
  }
  return moves
}

/** The moves back. */
export const reversed = (moves: FileMove[]): FileMove[] => moves.map(({ from, to, blob }) => ({ from: to, to: from, blob }))

/**
 * A title with the trailers by which the server knows that files moved: their prompts keep ids, numbers and aliases. Messages have a limit,
 * so many moves take several commits.
 */
export function movesInMessages(title: string, moves: FileMove[], limit: number): { message: string; moves: FileMove[] }[] {
  const parts: { message: string; moves: FileMove[] }[] = []
  for (const move of moves) {
    const line = `\nQuire-Move: ${move.from} => ${move.to}`
    const last = parts.at(-1)
    if (last === undefined || last.message.length + line.length > limit) parts.push({ message: `${title}\n${line}`, moves: [move] })
    else {
      last.message += line
      last.moves.push(move)
    }
  }
  return parts
}

/** Groups items by what they had before a change, so that each group can be set back at once. */
export function groupsBy<T>(items: T[], key: (item: T) => unknown): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = JSON.stringify(key(item) ?? null)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [item])
    else group.push(item)
  }
  return [...groups.values()]
}
