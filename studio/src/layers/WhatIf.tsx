import { ago } from '../lib/time'
import { Field } from './Field'
import { useVersions, type Place } from './questions'
import type { Part } from './story'
import type { WhatIf } from './wish'

type Props = { place: Place; parts: Part[]; aliases: string[]; isNewest: boolean; mayPreview: boolean; subject: string; onSubject: (subject: string) => void; value: WhatIf | undefined; onValue: (value: WhatIf | undefined) => void }

/** Asks what would be composed with another version of one file, or with the versions of an alias for one layer. */
export function WhatIfChoice({ place, parts, aliases, isNewest, mayPreview, subject, onSubject, value, onValue }: Props) {
  // A version is tried over the newest files, so it says nothing about the versions of an alias.
  const files = isNewest && mayPreview ? parts : []
  const layers = aliases.length === 0 ? [] : [...new Set(parts.map(part => part.layer))].filter(layer => layer !== 'base')
  const file = files.find(part => subject === `file ${part.path}`)
  const layer = layers.find(name => subject === `layer ${name}`)

  function choose(next: string) {
    onSubject(next)
    onValue(undefined)
  }

  return (
    <div className="what-if" role="group" aria-label="What if">
      <Field label="What if" value={file || layer ? subject : ''} onValue={choose}>
        <option value="">as it is now</option>
        {files.map(part => (
          <option key={part.path} value={`file ${part.path}`}>
            {part.name}
            {part.version !== undefined && `, now version ${part.version}`}
          </option>
        ))}
        {layers.map(name => (
          <option key={name} value={`layer ${name}`}>
            the {name} layer
          </option>
        ))}
      </Field>
      {file && <Versions place={place} part={file} value={value} onValue={onValue} />}
      {layer !== undefined && (
        <Field label="were as promoted to" value={value?.kind === 'alias' ? value.alias : ''} onValue={alias => onValue(alias === '' ? undefined : { kind: 'alias', layer, alias })}>
          <option value="">choose an alias</option>
          {aliases.map(alias => (
            <option key={alias}>{alias}</option>
          ))}
        </Field>
      )}
    </div>
  )
}

function Versions({ place, part, value, onValue }: { place: Place; part: Part; value: WhatIf | undefined; onValue: (value: WhatIf | undefined) => void }) {
  const items = useVersions(place, part.path).data?.items
  const others = (items ?? []).filter(({ version, invalid }) => version !== part.version && !invalid)
  if (items !== undefined && others.length === 0) return <p className="quiet small only">It has no other version yet.</p>
  return (
    <Field
      label="were"
      value={value?.kind === 'version' ? value.version : ''}
      onValue={version => onValue(version === '' ? undefined : { kind: 'version', layer: part.layer, path: part.path, version: Number(version) })}
    >
      <option value="">choose a version</option>
      {others.map(({ version, createdAt }) => (
        <option key={version} value={version}>
          version {version}, {ago(new Date(createdAt), new Date())}
        </option>
      ))}
    </Field>
  )
}
