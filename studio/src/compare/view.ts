import { useEffect, useState } from 'react'
import { readStored, writeStored } from '../lib/stored'
import type { View } from './Lines'

const narrow = matchMedia('(max-width: 720px)')

/** How comparisons are shown: what the person chose, and one column where there is no room for two. */
export function useView(): { view: View; chosen: View; choose: (view: View) => void; isNarrow: boolean } {
  const [chosen, setChosen] = useState<View>(() => readStored<View>('compare-view') ?? 'sides')
  const [isNarrow, setNarrow] = useState(narrow.matches)

  useEffect(() => {
    const turned = () => setNarrow(narrow.matches)
    narrow.addEventListener('change', turned)
    return () => narrow.removeEventListener('change', turned)
  }, [])

  function choose(view: View) {
    writeStored('compare-view', view)
    setChosen(view)
  }

  return { view: isNarrow ? 'inline' : chosen, chosen, choose, isNarrow }
}
