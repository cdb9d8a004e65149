import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { settingsLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { Empty } from '../ui/states'
import { Keys } from './Keys'
import { Look } from './Look'
import { ProtectedAliases } from './ProtectedAliases'
import { Rules } from './Rules'
import './settings.css'

const pages: Record<string, { name: string; needs?: string; draw: (project: string) => ReactNode }> = {
  keys: { name: 'Keys', needs: 'keys', draw: () => <Keys /> },
  aliases: { name: 'Protected aliases', draw: project => <ProtectedAliases key={project} project={project} /> },
  rules: { name: 'Rules', draw: () => <Rules /> },
  look: { name: 'Look', draw: () => <Look /> },
}

/** The settings, a page each. */
export default function Settings({ project, page }: { project: string; page: string }) {
  const { permissions } = useSession()
  const chosen = pages[page === '' ? 'keys' : page]
  return (
    <Shell project={project} crumbs={[{ name: 'Settings', to: settingsLink() }, { name: chosen?.name ?? 'Unknown' }]}>
      <div className="settings">
        <nav aria-label="Settings" className="settings-pages">
          {Object.entries(pages).map(([id, { name }]) => (
            <Link key={id} href={settingsLink(id)} className="facet" aria-current={pages[id] === chosen ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="settings-page">
          {chosen === undefined ? (
            <Empty title="There is no such page" text="The settings are keys, protected aliases, rules and look." to={settingsLink()} action="Open the keys" />
          ) : chosen.needs !== undefined && !permissions.includes(chosen.needs) ? (
            <Empty title="This key may not see keys" text={`It takes the permission ${chosen.needs}. Sign in with a key that has it.`} />
          ) : (
            chosen.draw(project)
          )}
        </div>
      </div>
    </Shell>
  )
}
