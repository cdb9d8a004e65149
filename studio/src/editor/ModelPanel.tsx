import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { isRecord } from './parameters'
import { parsed, written } from './values'

type Settings = Record<string, unknown>
type Props = { head: Settings | null; chat: boolean; readOnly: boolean; onKey: (key: string, value: unknown) => void }

const usual = ['name', 'temperature', 'top_p', 'max_tokens', 'stop', 'seed', 'presence_penalty', 'frequency_penalty']

/** The model and its settings, which travel with the version. They stand in the file, and only their lines change. */
export function ModelPanel({ head, chat, readOnly, onKey }: Props) {
  if (head === null) return <p className="quiet pad">The front matter does not parse at the moment, so its settings cannot be shown.</p>
  const { model, modelParameters } = head
  if (chat && !isRecord(model)) {
    return (
      <div className="variables">
        <label className="variable">
          <span>Model</span>
          <input className="field mono" spellCheck={false} readOnly={readOnly} value={typeof model === 'string' ? model : ''} onChange={event => onKey('model', event.target.value === '' ? undefined : event.target.value)} />
        </label>
        <Rows settings={isRecord(modelParameters) ? modelParameters : {}} readOnly={readOnly} onSettings={settings => onKey('modelParameters', settings)} />
      </div>
    )
  }
  const settings = isRecord(model) ? model : model == null ? {} : { name: model }
  return (
    <div className="variables">
      <Rows settings={settings} readOnly={readOnly} onSettings={value => onKey('model', value)} />
    </div>
  )
}

function Rows({ settings, readOnly, onSettings }: { settings: Settings; readOnly: boolean; onSettings: (settings: Settings | undefined) => void }) {
  const [name, setName] = useState('')
  const put = (next: Settings) => onSettings(Object.keys(next).length === 0 ? undefined : next)

  function add() {
    if (name.trim() !== '' && !(name.trim() in settings)) put({ ...settings, [name.trim()]: '' })
    setName('')
  }

  return (
    <>
      {Object.entries(settings).map(([key, value]) => (
        <div key={key} className="variable">
          <label htmlFor={`setting-${key}`} className="mono cut" title={key}>
            {key}
          </label>
          <span className="row">
            <ValueField id={`setting-${key}`} value={value} readOnly={readOnly} onValue={next => put({ ...settings, [key]: next })} />
            <button type="button" className="icon" aria-label={`Remove ${key}`} disabled={readOnly} onClick={() => put(Object.fromEntries(Object.entries(settings).filter(([one]) => one !== key)))}>
              <Trash2 size={16} />
            </button>
          </span>
        </div>
      ))}
      <div className="variable">
        <label htmlFor="new-setting" className="quiet">
          New setting
        </label>
        <span className="row">
          <input id="new-setting" className="field mono" list="settings" spellCheck={false} readOnly={readOnly} value={name} onChange={event => setName(event.target.value)} onKeyDown={event => event.key === 'Enter' && add()} />
          <datalist id="settings">
            {usual.filter(one => !(one in settings)).map(one => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <button type="button" className="icon" aria-label="Add the setting" disabled={readOnly || name.trim() === ''} onClick={add}>
            <Plus size={16} />
          </button>
        </span>
      </div>
    </>
  )
}

/** A field that keeps what is typed as it is typed: `0.` is on its way to `0.5`. */
function ValueField({ id, value, readOnly, onValue }: { id: string; value: unknown; readOnly: boolean; onValue: (value: unknown) => void }) {
  const [text, setText] = useState(() => written(value))
  const shown = JSON.stringify(parsed(text)) === JSON.stringify(value) ? text : written(value)

  function type(next: string) {
    setText(next)
    onValue(parsed(next))
  }

  return <input id={id} className="field mono" spellCheck={false} readOnly={readOnly} value={shown} onChange={event => type(event.target.value)} />
}
