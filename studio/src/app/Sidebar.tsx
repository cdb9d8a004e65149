import { CircleHelp, LogOut, Monitor, Moon, Search, Sun } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useProjects } from '../api/queries'
import { chooseTheme, chosenTheme, type Theme } from '../lib/theme'
import { signOut } from './actions'
import { libraryLink } from './links'
import { places } from './places'
import { useSession } from './session'

const themes: Record<Theme, { next: Theme; name: string; icon: ReactNode }> = {
  system: { next: 'light', name: 'Theme: as the system', icon: <Monitor size={16} /> },
  light: { next: 'dark', name: 'Theme: light', icon: <Sun size={16} /> },
  dark: { next: 'system', name: 'Theme: dark', icon: <Moon size={16} /> },
}

export function Sidebar({ project, narrow, onPalette, onHelp }: { project: string; narrow: boolean; onPalette: () => void; onHelp: () => void }) {
  const me = useSession()
  const [, go] = useLocation()
  const projects = useProjects(me.organisation).data ?? []
  const [theme, setTheme] = useState(chosenTheme)

  function turn() {
    chooseTheme(themes[theme].next)
    setTheme(themes[theme].next)
  }

  return (
    <div className="sidebar">
      <p className="brand">{narrow ? 'Q' : 'Quire'}</p>
      {!narrow && (
        <select className="field" aria-label="Project" value={project} onChange={event => go(libraryLink(event.target.value))}>
          {projects.some(({ name }) => name === project) ? null : <option>{project}</option>}
          {projects.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      <nav aria-label="Main">
        {places.map(({ name, icon: Icon, link }) => (
          <Link key={name} href={link(project)} className={active => (active ? 'side-item here' : 'side-item')} aria-label={name} title={narrow ? name : undefined}>
            <Icon size={16} />
            {!narrow && name}
          </Link>
        ))}
      </nav>
      <Item icon={<Search size={16} />} name="Search and commands" narrow={narrow} act={onPalette} />
      <div className="grow" />
      <Item icon={themes[theme].icon} name={themes[theme].name} narrow={narrow} act={turn} />
      <Item icon={<CircleHelp size={16} />} name="Shortcuts" narrow={narrow} act={onHelp} />
      <Item icon={<LogOut size={16} />} name="Sign out" narrow={narrow} act={() => void signOut()} />
    </div>
  )
}

function Item({ icon, name, narrow, act }: { icon: ReactNode; name: string; narrow: boolean; act: () => void }) {
  return (
    <button type="button" className="side-item" aria-label={name} title={narrow ? name : undefined} onClick={act}>
      {icon}
      {!narrow && name}
    </button>
  )
}
