import { useState } from 'react'
import type { MergedFile } from '../api/errors'
import { placesOf, resolution, type Choice, type Choices, type Resolution } from './pieces'

/** A merge on its way to be settled. */
export type Settling = {
  files: readonly MergedFile[]
  choices: Choices
  /** How many places wait for a choice, and how many there were. */
  open: number
  all: number
  choose: (place: string, choice: Choice) => void
  /** Takes one side wherever nothing is chosen yet. */
  chooseRest: (take: 'ours' | 'theirs') => void
  /** What the server is told; null while something is open. */
  resolutions: Resolution[] | null
}

/** Keeps the choices for the files of one merge. A new merge is a new component: give it a key. */
export function useSettling(files: readonly MergedFile[]): Settling {
  const [choices, setChoices] = useState<Choices>({})
  const places = files.flatMap(placesOf)
  const waiting = places.filter(place => choices[place] === undefined)
  const told = files.filter(file => !file.clean).map(file => resolution(file, choices))

  return {
    files,
    choices,
    open: waiting.length,
    all: places.length,
    choose: (place, choice) => setChoices(before => ({ ...before, [place]: choice })),
    chooseRest: take => setChoices(before => ({ ...Object.fromEntries(waiting.map(place => [place, { take }])), ...before })),
    resolutions: told.every(one => one !== null) ? told : null,
  }
}
