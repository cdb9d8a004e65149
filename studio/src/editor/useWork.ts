import { useEffect, useState, useSyncExternalStore } from 'react'
import { onChange } from '../api/feed'
import { drawerOf } from './copy'
import { serverOf } from './server'
import { tabsOf } from './tabs'
import { Work } from './work'

type Place = { organisation: string; project: string; path: string; branch: string | null; mayWrite: boolean }

// A commit is told as several changes.
const calm = 500

/** Opens the work on a prompt for as long as the screen is shown, once the branch is known. `again` tries once more after an error. */
export function useWork({ organisation, project, path, branch, mayWrite }: Place): { work: Work | null; error: unknown; again: () => void } {
  const [found, setFound] = useState<{ work: Work | null; error: unknown }>({ work: null, error: undefined })
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (branch === null) return
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let opened: Work | null = null
    const place = { organisation, project, path, branch }
    const parts = { server: serverOf(place), drawer: drawerOf(place), tabs: tabsOf(place), mayWrite, now: Date.now, id: crypto.getRandomValues(new Uint32Array(2)).join('-') }
    Work.open(parts).then(
      work => {
        if (gone) return work.close()
        opened = work
        setFound({ work, error: undefined })
      },
      error => gone || setFound({ work: null, error }),
    )
    const end = onChange(change => {
      if (change.project !== project) return
      clearTimeout(timer)
      timer = setTimeout(() => void opened?.check().catch(() => {}), calm)
    })
    return () => {
      end()
      clearTimeout(timer)
      gone = true
      opened?.close()
    }
  }, [organisation, project, path, branch, mayWrite, tries])

  return { ...found, again: () => setTries(tries + 1) }
}

/** What one sees of a work now. */
export const useSeen = (work: Work) => useSyncExternalStore(work.subscribe, work.seen)
