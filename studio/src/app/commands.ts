import { useEffect, useRef } from 'react'
import type { Pick } from '../ui/Picker'

/** One line of the palette. */
export type Command = Pick

const offers = new Set<{ current: Command[] }>()

/** Offers a screen's own actions in the palette for as long as the screen is shown. */
export function useOffer(commands: Command[]) {
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    offers.add(latest)
    return () => void offers.delete(latest)
  }, [])
}

/** What the screens that are shown offer now. */
export const offered = (): Command[] => [...offers].flatMap(({ current }) => current)
