import { GitBranch, GitCommitHorizontal, Library, type LucideIcon } from 'lucide-react'
import { branchesLink, changesLink, libraryLink } from './links'

/** Where one goes from everywhere: what the sidebar and the palette list, in this order. */
export const places: { name: string; icon: LucideIcon; link: (project: string) => string }[] = [
  { name: 'Library', icon: Library, link: libraryLink },
  { name: 'Changes', icon: GitCommitHorizontal, link: project => changesLink(project) },
  { name: 'Branches', icon: GitBranch, link: branchesLink },
]
