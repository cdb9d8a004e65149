import type { MergedFile } from '../api/errors'
import type { components } from '../api/schema'

export type Piece = MergedFile['pieces'][number]
export type Resolution = NonNullable<components['schemas']['MergeBody']['resolutions']>[number]

/** What somebody takes where two changes met: one side, one after the other, or a text of their own. */
export type Choice = { take: 'ours' | 'theirs' | 'both' } | { take: 'edited'; text: string }

/** The choices made so far, by place. */
export type Choices = Readonly<Record<string, Choice>>

/** The place of a piece; without an index, that of a file which is settled as a whole. */
export const placeOf = (file: MergedFile, index?: number) => (index === undefined ? file.path : `${file.path}\n${index}`)

/** The places of a file that wait for a choice at the beginning. */
export function placesOf(file: MergedFile): string[] {
  if (file.clean) return []
  const places = file.pieces.flatMap((piece, index) => (piece.kind === 'conflict' ? [placeOf(file, index)] : []))
  return places.length === 0 ? [placeOf(file)] : places
}

/** The text that a choice makes of a piece. */
export function taken(piece: Piece, choice: Choice): string {
  if (choice.take === 'edited') return choice.text
  return choice.take === 'both' ? joined([piece.ours, piece.theirs]) : piece[choice.take]
}

/** The text of a merged file; null while a piece of it waits for a choice, or where it is no text. */
export function merged(file: MergedFile, choices: Choices): string | null {
  if (file.clean) return file.content ?? null
  const texts = file.pieces.map((piece, index) => text(piece, choices[placeOf(file, index)]))
  if (placesOf(file)[0] === placeOf(file)) return whole(file, choices[placeOf(file)])
  return texts.every(piece => piece !== null) ? joined(texts) : null
}

/** What the server is told about a file; null while something in it waits for a choice. */
export function resolution(file: MergedFile, choices: Choices): Resolution | null {
  const choice = choices[placeOf(file)]
  if (choice === undefined || choice.take === 'edited' || choice.take === 'both') return sent(file, merged(file, choices))
  const side = file[choice.take]
  return side == null ? { path: file.path, delete: true } : { path: file.path, blob: side.blob }
}

const sent = (file: MergedFile, content: string | null): Resolution | null => (content === null ? null : { path: file.path, content })

function text(piece: Piece, choice: Choice | undefined): string | null {
  if (piece.kind === 'theirs') return piece.theirs
  if (piece.kind !== 'conflict') return piece.ours
  return choice === undefined ? null : taken(piece, choice)
}

function whole(file: MergedFile, choice: Choice | undefined): string | null {
  if (choice === undefined) return null
  if (choice.take === 'edited') return choice.text
  return choice.take === 'both' ? joined([file.ours?.text ?? '', file.theirs?.text ?? '']) : (file[choice.take]?.text ?? null)
}

// The last line of a side may have no end; what comes after it begins a line of its own.
function joined(texts: readonly string[]): string {
  return texts.filter(piece => piece !== '').reduce((all, piece) => (all === '' || all.endsWith('\n') ? all : `${all}\n`) + piece, '')
}
