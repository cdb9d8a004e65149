import type { Values } from './values'

/** A field for each variable of the prompt, with the test values that this browser keeps. */
export function Variables({ names, values, onValues }: { names: string[]; values: Values; onValues: (values: Values) => void }) {
  if (names.length === 0) return <p className="quiet pad">This prompt reads no variables.</p>
  return (
    <div className="variables">
      {names.map(name => (
        <label key={name} className="variable">
          <span className="mono cut" title={name}>
            {name}
          </span>
          <input className="field" spellCheck={false} placeholder="text, or JSON" value={values[name] ?? ''} onChange={event => onValues({ ...values, [name]: event.target.value })} />
        </label>
      ))}
    </div>
  )
}
