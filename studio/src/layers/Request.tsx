import { Field } from './Field'
import { scopesOf, type Audience, type Point } from './story'

type Chosen = Audience & { alias: string }

/** For whom it is composed: the scopes that somebody wrote a contribution for. */
export function Request({ points, aliases, value, onValue }: { points: Point[]; aliases: string[]; value: Chosen; onValue: (value: Chosen) => void }) {
  // Features stand in the order in which they were chosen.
  const features = [...value.features, ...scopesOf(points, 'feature').filter(feature => !value.features.includes(feature))].sort()
  return (
    <div className="request" role="group" aria-label="Compose for">
      <Choice label="Tenant" none="no tenant" options={scopesOf(points, 'tenant')} value={value.tenant} onValue={tenant => onValue({ ...value, tenant })} />
      <Choice label="Agent" none="no agent" options={scopesOf(points, 'agent')} value={value.agent} onValue={agent => onValue({ ...value, agent })} />
      <Choice label="Versions" none="newest" options={aliases} value={value.alias} onValue={alias => onValue({ ...value, alias })} />
      {features.length > 0 && (
        <div className="choice" role="group" aria-label="Features">
          <span className="quiet small">Features</span>
          <span className="features">
            {features.map(feature => (
              <button key={feature} type="button" className="toggle" aria-pressed={value.features.includes(feature)} onClick={() => onValue({ ...value, features: toggled(value.features, feature) })}>
                {feature}
                {value.features.length > 1 && value.features.includes(feature) && <span className="quiet small">{value.features.indexOf(feature) + 1}</span>}
              </button>
            ))}
          </span>
        </div>
      )}
    </div>
  )
}

type ChoiceProps = { label: string; none: string; options: string[]; value: string; onValue: (value: string) => void }

/** A list to choose one of, or none. What an address names stays to be chosen, though nobody knows it. */
function Choice({ label, none, options, value, onValue }: ChoiceProps) {
  if (options.length === 0 && value === '') return null
  return (
    <Field label={label} value={value} onValue={onValue}>
      <option value="">{none}</option>
      {(value === '' || options.includes(value) ? options : [value, ...options]).map(option => (
        <option key={option}>{option}</option>
      ))}
    </Field>
  )
}

const toggled = (features: string[], feature: string) => (features.includes(feature) ? features.filter(other => other !== feature) : [...features, feature])
