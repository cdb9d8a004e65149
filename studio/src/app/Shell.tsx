import { Menu, PanelLeft } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { readStored, writeStored } from '../lib/stored'
import { useKeys } from '../ui/keys'
import { Sheet } from '../ui/Sheet'
import { Palette } from './Palette'
import { Shortcuts } from './Shortcuts'
import { Sidebar } from './Sidebar'

export type Crumb = { name: string; to?: string }

/** What stands around every screen: the sidebar, where one is, the screen's action, and what is reached from everywhere. */
export function Shell({ crumbs, action, project, children }: { crumbs: Crumb[]; action?: ReactNode; project: string; children: ReactNode }) {
  const [narrow, setNarrow] = useState(() => readStored<boolean>('sidebar-narrow') ?? false)
  const [menu, setMenu] = useState(false)
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const title = crumbs.at(-1)?.name

  useEffect(() => {
    document.title = title === undefined ? 'Quire' : `${title} · Quire`
  }, [title])

  useKeys((event, combined) => {
    if (combined && event.key.toLowerCase() === 'k') setPalette(true)
    else if (!combined && event.key === '?') setHelp(true)
    else return
    event.preventDefault()
  })

  function toggle() {
    writeStored('sidebar-narrow', !narrow)
    setNarrow(!narrow)
  }

  return (
    <div className={narrow ? 'shell narrow' : 'shell'}>
      <aside className="side">
        <Sidebar project={project} narrow={narrow} onPalette={() => setPalette(true)} onHelp={() => setHelp(true)} />
      </aside>
      <header className="top">
        <button type="button" className="icon wide-only" aria-label={narrow ? 'Widen the sidebar' : 'Narrow the sidebar'} aria-pressed={narrow} onClick={toggle}>
          <PanelLeft size={16} />
        </button>
        <button type="button" className="icon phone-only" aria-label="Open the menu" onClick={() => setMenu(true)}>
          <Menu size={16} />
        </button>
        <Breadcrumbs crumbs={crumbs} />
        {action}
      </header>
      <main className="content">{children}</main>
      <Sheet open={menu} onOpen={setMenu} title="Quire" className="menu">
        <div onClick={() => setMenu(false)}>
          <Sidebar project={project} narrow={false} onPalette={() => setPalette(true)} onHelp={() => setHelp(true)} />
        </div>
      </Sheet>
      <Palette open={palette} onOpen={setPalette} project={project} onHelp={() => setHelp(true)} />
      <Shortcuts open={help} onOpen={setHelp} />
    </div>
  )
}

const brief = 16

function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav className="crumbs grow" aria-label="Breadcrumb">
      <ol>
        {crumbs.map(({ name, to }, index) => (
          <li key={index} className={name.length > brief ? 'cut' : 'cut brief'} title={name}>
            {to === undefined ? <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{name}</span> : <Link href={to}>{name}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
