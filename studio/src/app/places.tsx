import { Boxes, GitBranch, GitCommitHorizontal, House, Layers, Library, LifeBuoy, Package, Settings, TextSearch, type LucideIcon } from 'lucide-react'
import { branchesLink, changesLink, layersLink, libraryLink, projectsLink, searchLink, setsLink, settingsLink } from './links'

/** Where one goes from everywhere: what the sidebar and the palette list, in this order. */
export const places: { name: string; icon: LucideIcon; link: (project: string) => string }[] = [
  { name: 'Home', icon: House, link: () => '/' },
  { name: 'Library', icon: Library, link: libraryLink },
  { name: 'Changes', icon: GitCommitHorizontal, link: project => changesLink(project) },
  { name: 'Branches', icon: GitBranch, link: branchesLink },
  { name: 'Layers', icon: Layers, link: layersLink },
  { name: 'Sets', icon: Package, link: setsLink },
  { name: 'Search texts', icon: TextSearch, link: project => searchLink('', project) },
  { name: 'Projects', icon: Boxes, link: () => projectsLink },
  { name: 'Settings', icon: Settings, link: () => settingsLink() },
  { name: 'Help', icon: LifeBuoy, link: () => '/help' },
]
