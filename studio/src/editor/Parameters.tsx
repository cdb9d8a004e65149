import { useId } from 'react'
import type { Parameter } from './parameters'
import { written, type Values } from './values'

type Props = { parameters: Parameter[]; values: Values; onValues: (values: Values) => void; onDeclare: ((name: string) => void) | undefined }

/** The variables of the prompt with what they want, and a field for the value that the preview shows. */
export function Parameters({ parameters, values, onValues, onDeclare }: Props) {
  if (parameters.length === 0) return <p className="quiet pad">This prompt reads no variables. Write {'{{ name }}'} in the text, and a field for it appears here.</p>
  return (
    <div className="variables">
      {parameters.map(parameter => (
        <Row key={parameter.name} parameter={parameter} value={values[parameter.name] ?? ''} onValue={value => onValues({ ...values, [parameter.name]: value })} onDeclare={onDeclare} />
      ))}
    </div>
  )
}

function Row({ parameter, value, onValue, onDeclare }: { parameter: Parameter; value: string; onValue: (value: string) => void; onDeclare: Props['onDeclare'] }) {
  const { name, type, required, isDeclared, description } = parameter
  const id = useId()
  return (
    <div className="variable">
      <div className="column variable-name">
        <label htmlFor={id} className="mono cut" title={name}>
          {name}
        </label>
        <span className="small quiet">
          {isDeclared ? type : 'not declared'}
          {required && ', required'}
          {!isDeclared && onDeclare && (
            <>
              {' '}
              <button type="button" className="plain small" aria-label={`Declare ${name}`} onClick={() => onDeclare(name)}>
                Declare
              </button>
            </>
          )}
        </span>
      </div>
      <div className="column">
        <Field id={id} parameter={parameter} value={value} onValue={onValue} />
        {description !== undefined && <span className="small quiet">{description}</span>}
        {required && value === '' && parameter.fallback === undefined && <span className="small warn-text">The preview needs a value.</span>}
      </div>
    </div>
  )
}

function Field({ id, parameter, value, onValue }: { id: string; parameter: Parameter; value: string; onValue: (value: string) => void }) {
  const { type, fallback, choices } = parameter
  const empty = fallback === undefined ? (type === 'any' || type === 'object' || type === 'array' ? 'text, or JSON' : '') : written(fallback)
  const offered = choices?.map(written) ?? (type === 'boolean' ? ['true', 'false'] : null)
  if (offered !== null) {
    return (
      <select id={id} className="field" value={value} onChange={event => onValue(event.target.value)}>
        <option value="">{fallback === undefined ? 'No value' : `Default: ${empty}`}</option>
        {[...new Set([...offered, ...(value === '' ? [] : [value])])].map(choice => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  const isNumber = type === 'integer' || type === 'number'
  if (isNumber) return <input id={id} className="field" inputMode="decimal" placeholder={empty} value={value} onChange={event => onValue(event.target.value)} />
  return <textarea id={id} className="field value-text" spellCheck={false} rows={Math.min(6, value.split('\n').length)} placeholder={empty} value={value} onChange={event => onValue(event.target.value)} />
}
