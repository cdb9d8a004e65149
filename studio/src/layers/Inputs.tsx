import type { Composed } from '../provenance/segments'
import type { Values } from '../editor/values'

type Props = {
  composed: Composed | undefined
  points: string[]
  values: Values
  onValues: (values: Values) => void
  user: Record<string, string>
  onUser: (user: Record<string, string>) => void
  fence: boolean
  onFence: (fence: boolean) => void
}

/** What a request brings: the user's text for the merge points that take it, and values for variables. The editor keeps the same values. */
export function Inputs({ composed, points, values, onValues, user, onUser, fence, onFence }: Props) {
  const names = [...new Set([...(composed?.variables ?? []).map(({ name }) => name), ...(composed === undefined ? Object.keys(values) : [])])]
  const given = new Map(composed?.variables.map(({ name, value }) => [name, value]))
  return (
    <section className="inputs" aria-label="What the request brings">
      {points.map(point => (
        <label key={point} className="input">
          <span>
            User's text <span className="quiet small mono">{point}</span>
          </span>
          <textarea className="field" rows={3} value={user[point] ?? ''} placeholder="None: the default stands" onChange={event => onUser({ ...user, [point]: event.target.value })} />
        </label>
      ))}
      {points.length > 0 && (
        <label className="row check">
          <input type="checkbox" checked={fence} onChange={event => onFence(event.target.checked)} />
          Fence the user's text
        </label>
      )}
      {names.map(name => (
        <label key={name} className="input">
          <span className="mono cut" title={name}>
            {name}
          </span>
          <input className="field" spellCheck={false} placeholder={shown(given.get(name))} value={values[name] ?? ''} onChange={event => onValues({ ...values, [name]: event.target.value })} />
        </label>
      ))}
      {names.length === 0 && points.length === 0 && <p className="quiet">It reads no variables and takes no user's text.</p>}
    </section>
  )
}

const shown = (value: unknown) => (value === undefined ? 'text, or JSON' : typeof value === 'string' ? value : JSON.stringify(value))
