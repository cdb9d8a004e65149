import { useState } from 'react'

/** The layers whose colours are off, by their places in the composed prompt. */
export type Hidden = ReadonlySet<number>

/** Which colours are off, and how to turn one on or off. */
export function useHidden(): [Hidden, (layer: number) => void] {
  const [hidden, setHidden] = useState<Hidden>(new Set())
  return [
    hidden,
    layer => {
      const next = new Set(hidden)
      if (!next.delete(layer)) next.add(layer)
      setHidden(next)
    },
  ]
}
