import { useEffect } from 'react'
import { isConnected, onConnection } from './connection'
import { follow, onChange } from './feed'
import { queries } from './queries'

// Several changes in a moment, such as an import, ask the server once.
const calm = 500

/** Keeps what is shown as the server has it: asks again for what others changed, and for everything after the server was away. */
export function useFreshness(organisation: string) {
  useEffect(() => {
    const stale = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      const projects = new Set(stale)
      stale.clear()
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === organisation && (queryKey.length < 3 || projects.has(String(queryKey[2]))) })
    }
    const ends = [
      follow(organisation),
      onChange(({ project }) => {
        if (project != null) stale.add(project)
        timer ??= setTimeout(refresh, calm)
      }),
      onConnection(() => {
        if (isConnected()) void queries.invalidateQueries()
      }),
      () => clearTimeout(timer),
    ]
    return () => ends.forEach(end => end())
  }, [organisation])
}
