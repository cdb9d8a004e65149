import { useEffect, type ReactNode } from 'react'
import { noteOpened } from './recent'

/** A screen of a prompt: whoever opens it finds the prompt again on the first page. */
export function Visited({ project, path, children }: { project: string; path: string; children: ReactNode }) {
  useEffect(() => void noteOpened(project, path, new Date()), [project, path])
  return children
}
