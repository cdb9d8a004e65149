import { BranchSelect } from '../../branches/BranchSelect'
import { useDefaultBranch } from '../../branches/load'
import type { Place } from '../edits'
import { dialects } from '../NewPrompt'
import { formats, type Format } from './formats'
import type { Parcel } from './parcel'
import type { Settings } from './send'

type Props = { place: Place; parcel: Parcel | undefined; settings: Settings; told: string | undefined; busy: boolean; onFolder: (folder: string) => void; onSettings: (settings: Settings) => void }

/** Where an import goes, and how it is read: what was recognised, unless somebody says otherwise. A folder counts when it is typed to its end. */
export function SettingFields({ place, parcel, settings, told, busy, onFolder, onSettings }: Props) {
  const main = useDefaultBranch(place)
  const format = settings.format ?? told ?? ''
  return (
    <div className="import-settings">
      <label className="column">
        Into the folder
        <input
          className="field mono"
          spellCheck={false}
          placeholder="the top"
          value={settings.folder}
          onChange={event => onFolder(event.target.value)}
          onBlur={() => onSettings(settings)}
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </label>
      {main !== undefined && (
        <div className="column">
          <span>Onto the branch</span>
          <BranchSelect place={place} label="Onto the branch" value={settings.branch ?? main} onValue={branch => onSettings({ ...settings, branch: branch === main ? undefined : branch })} />
        </div>
      )}
      {parcel && (
        <>
          <label className="column">
            <span className="cut" title={parcel.name}>
              Read {parcel.name} as
            </span>
            <select className="field" disabled={busy} value={format} onChange={event => onSettings({ ...settings, format: event.target.value as Format })}>
              {format === '' && <option value="">Choose what it is</option>}
              {Object.entries(formats).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className="column">
            Language where none is named
            <select className="field" disabled={busy} value={settings.dialect} onChange={event => onSettings({ ...settings, dialect: event.target.value })}>
              <option value="">as prompts have it here</option>
              {dialects.map(name => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        </>
      )}
    </div>
  )
}
