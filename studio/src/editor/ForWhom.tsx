import type { PromptItem } from '../api/queries'
import type { Audience } from './values'

/** Chooses the layers that take part in the preview. The names come from what is stored for this prompt. */
export function ForWhom({ audience, onAudience, layers }: { audience: Audience; onAudience: (audience: Audience) => void; layers: PromptItem[] }) {
  const scopes = (layer: string) => [...new Set(layers.filter(item => item.layer === layer && item.scope).map(item => item.scope!))]
  const field = (key: 'tenant' | 'features' | 'agent', name: string, hint: string, names: string[]) => (
    <label className="variable">
      <span>{name}</span>
      <span className="column">
        <input className="field mono" spellCheck={false} list={`for-${key}`} value={audience[key]} onChange={event => onAudience({ ...audience, [key]: event.target.value })} />
        <span className="small quiet">{names.length === 0 ? hint : `Stored for this prompt: ${names.join(', ')}`}</span>
        <datalist id={`for-${key}`}>
          {names.map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </span>
    </label>
  )
  return (
    <div className="variables">
      {field('tenant', 'Tenant', 'No tenant contributes to this prompt yet.', scopes('tenant'))}
      {field('features', 'Features', 'Several, with commas. No feature contributes yet.', scopes('feature'))}
      {field('agent', 'Agent', 'No agent contributes to this prompt yet.', scopes('agent'))}
      <label className="variable">
        <span>User text</span>
        <textarea className="field value-text" rows={2} value={audience.user} placeholder="For the merge point that takes user text" onChange={event => onAudience({ ...audience, user: event.target.value })} />
      </label>
    </div>
  )
}
