import { segments } from '../provenance/segments'

/** Cuts a line where marked words begin and end. */
export const marked = (text: string, words: { start: number; length: number }[]) =>
  segments(text, words.map(word => ({ ...word, layer: 0 }))).map(piece => ({ text: piece.text, isMarked: piece.span !== null }))
