import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import { usePrompts } from '../api/queries'
import { matches, words } from '../library/filter'
import { chooseTheme } from '../lib/theme'
import { Picker } from '../ui/Picker'
import { Sheet } from '../ui/Sheet'
import { signOut } from './actions'
import { offered, type Command } from './commands'
import { editorLink, searchLink } from './links'
import { places } from './places'
import { useSession } from './session'

const most = 30

/** Reaches every screen, prompt and action by a few letters. */
export function Palette({ open, onOpen, project, onHelp }: { open: boolean; onOpen: (open: boolean) => void; project: string; onHelp: () => void }) {
  return (
    <Sheet open={open} onOpen={onOpen} title="Search and commands" className="palette">
      <Choice project={project} onHelp={onHelp} close={() => onOpen(false)} />
    </Sheet>
  )
}

function Choice({ project, onHelp, close }: { project: string; onHelp: () => void; close: () => void }) {
  const commands = useCommands(project, onHelp)
  const [, go] = useLocation()
  const find = useCallback(
    (text: string) => {
      const named = commands.filter(command => matches(command.name, words(text))).slice(0, most)
      return text.trim() === '' ? named : [...named, { name: `Search all texts for “${text.trim()}”`, kind: 'Search', act: () => go(searchLink(text.trim())) }]
    },
    [commands, go],
  )
  return <Picker label="Search prompts and commands" find={find} close={close} />
}

function useCommands(project: string, onHelp: () => void): Command[] {
  const me = useSession()
  const [, go] = useLocation()
  const prompts = usePrompts(me.organisation, project).data
  return useMemo(
    () => [
      ...offered(),
      ...places.map(({ name, link }) => ({ name, kind: 'Screen', act: () => go(link(project)) })),
      { name: 'Show shortcuts', kind: 'Help', act: onHelp },
      { name: 'Use the light theme', kind: 'Action', act: () => chooseTheme('light') },
      { name: 'Use the dark theme', kind: 'Action', act: () => chooseTheme('dark') },
      { name: 'Sign out', kind: 'Action', act: () => void signOut() },
      ...(prompts ?? []).map(({ path }) => ({ name: path, kind: 'Prompt', act: () => go(editorLink(project, path)) })),
    ],
    [prompts, project, go, onHelp],
  )
}
