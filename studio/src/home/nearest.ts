import type { Project } from '../api/queries'
import type { Opened } from './recent'

/** How many projects the first page shows. */
export const projectsShown = 3

/** The projects that somebody works in: the key's own first, then as they were opened. */
export function nearest(projects: Project[], opened: Opened[], first: string): Project[] {
  const order = [first, ...opened.map(({ project }) => project)]
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return projects.toSorted((a, b) => rank(a.name) - rank(b.name)).slice(0, projectsShown)
}
