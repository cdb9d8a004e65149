import { Link } from 'wouter'
import { Shell } from '../app/Shell'
import { shortcuts } from '../app/Shortcuts'
import { libraryLink, settingsLink } from '../app/links'
import { root } from '../lib/base'
import { sheets } from './sheets'
import './help.css'

/** What Quire is, what one writes in it, and its keys. */
export default function Help({ project }: { project: string }) {
  return (
    <Shell project={project} crumbs={[{ name: 'Help' }]}>
      <div className="page help">
        <section className="help-about" aria-label="What Quire is">
          <h2>What Quire is</h2>
          <p>
            Quire keeps prompts with all their versions, for people who write them and programs that read them. Each commit of a prompt is a version with a number that never changes; an alias such as production points to
            one and may be moved. One base prompt serves many: tenants, features and agents write into its merge points in layers, and locks say what they may not touch. What is written is checked as it is
            typed, and shown as it would be sent. The same prompts are reachable here, in the terminal with <code>quire</code>, over REST, and with git.
          </p>
          <p className="row help-links">
            <Link href={libraryLink(project)}>Open the library</Link>
            <Link href={settingsLink()}>Make a key for a program</Link>
            <a href={`${root}/openapi/v1.json`}>The REST interface (OpenAPI)</a>
          </p>
        </section>
        {sheets.map(({ name, about, lines }) => (
          <section key={name} className="panel" aria-label={`The language ${name}`}>
            <h2>{name}</h2>
            <p className="quiet">{about}</p>
            {lines.length > 0 && (
              <ul className="lines">
                {lines.map(([code, meaning]) => (
                  <li key={code} className="cheat">
                    <code>{code}</code>
                    <span className="quiet">{meaning}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <section className="panel" aria-label="Shortcuts">
          <h2>Shortcuts</h2>
          <p className="quiet">On a Mac, Cmd stands for Ctrl.</p>
          <ul className="lines">
            {shortcuts.map(([keys, what]) => (
              <li key={`${keys} ${what}`}>
                <span className="help-keys">
                  <kbd>{keys}</kbd>
                </span>
                {what}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Shell>
  )
}
