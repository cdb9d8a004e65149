import { useEffect, type ReactNode } from 'react'
import { noteOpened } from './recent'

/** A screen of a prompt: whoever opens it finds the prompt again on the first page. */
export function Visited({ project, path, branch, children }: { project: string; path: string; branch: string | undefined; children: ReactNode }) {
  useEffect(() => void noteOpened({ project, path, ...(branch === undefined ? {} : { branch }) }, new Date()), [project, path, branch])
  return children
}
