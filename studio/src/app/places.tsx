import { Layers, Library, Package, type LucideIcon } from 'lucide-react'
import { layersLink, libraryLink, setsLink } from './links'

/** Where one goes from everywhere: what the sidebar and the palette list, in this order. */
export const places: { name: string; icon: LucideIcon; link: (project: string) => string }[] = [
  { name: 'Library', icon: Library, link: libraryLink },
  { name: 'Layers', icon: Layers, link: layersLink },
  { name: 'Sets', icon: Package, link: setsLink },
]
