import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { api, take } from '../api/client'
import { useBranches } from '../branches/load'
import { useSession } from '../app/session'
import { usePrompts } from '../api/queries'
import { matches, words } from '../library/filter'
import { shorten } from '../lib/text'
import { Picker, type Pick } from '../ui/Picker'
import { Sheet } from '../ui/Sheet'
import { readSide, tellSelector, writeSide, type Side } from './address'

const most = 40

type Props = { project: string; side: Side; name: string; onSide: (side: Side) => void }

/** Says what stands on a side, and lets one choose something else. */
export function SideField({ project, side, name, onSide }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="side-field" onClick={() => setOpen(true)}>
        <span className="quiet small">{name}</span>
        <span className="grow cut" title={writeSide(side)}>
          {side.path !== null && shorten(side.path, 48)} <strong>{tellSelector(side.selector)}</strong>
        </span>
        <span className="hidden-text">Choose another</span>
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <Sheet open={open} onOpen={setOpen} title={`${name}: choose what to compare`} about="A version, alias or branch of this prompt, another prompt, or any address." className="palette">
        <Options project={project} side={side} onSide={onSide} close={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

function Options({ project, side, onSide, close }: { project: string; side: Side; onSide: (side: Side) => void; close: () => void }) {
  const { organisation } = useSession()
  const { path } = side
  const place = { organisation, project }
  const versions = useQuery({
    queryKey: ['versions', organisation, project, path, 'choice'],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions', { params: { path: { ...place, path: path ?? '' } } })),
    enabled: path !== null,
  }).data?.items
  const branches = useBranches(place).data ?? []
  const prompts = usePrompts(organisation, project).data ?? []

  function find(text: string): Pick[] {
    const to = (there: Side) => () => onSide(there)
    const own: Pick[] = (versions ?? []).flatMap(version => [
      ...version.aliases.map(alias => ({ name: `${alias} (version ${version.version})`, kind: 'Alias', act: to({ path, selector: alias }) })),
      { name: `Version ${version.version}: ${version.message.split('\n')[0]}`, kind: version.author, act: to({ path, selector: String(version.version) }) },
    ])
    const all: Pick[] = [
      ...(path === null ? [] : [{ name: 'Latest version', kind: 'Latest', act: to({ path, selector: '' }) }]),
      ...[...own].sort((a, b) => Number(b.kind === 'Alias') - Number(a.kind === 'Alias')),
      ...branches.map(branch => ({ name: path === null ? branch.name : `On branch ${branch.name}`, kind: 'Branch', act: to({ path, selector: `ref:${branch.name}` }) })),
      ...(text === '' || path === null ? [] : prompts.map(prompt => ({ name: prompt.path, kind: 'Prompt', act: to({ path: prompt.path, selector: '' }) }))),
    ]
    const found = all.filter(pick => matches(pick.name, words(text))).slice(0, most)
    const typed = /[@:]/.test(text) ? readSide(text, organisation, project) : { wrong: '' }
    return 'wrong' in typed ? found : [{ name: writeSide(typed), kind: 'Address', act: to(typed) }, ...found]
  }

  return <Picker label="Version, alias, branch or address" find={find} close={close} none="Nothing has these words in its name. An address such as support/answer@7 works, too." />
}
