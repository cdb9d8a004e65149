import { count } from '../lib/text'
import { Empty } from '../ui/states'
import type { Side } from './address'
import { Counts, FileDiff } from './FileDiff'
import type { View } from './Lines'
import { useSide } from './load'
import { sentences } from './meaning'
import type { Diff } from './rows'
import { Sentences } from './Sentences'
import { settings } from './settings'

type Place = { organisation: string; project: string }

/** What differs: model settings, then each file. */
export function Difference({ place, from, to, diff, view }: { place: Place; from: Side; to: Side; diff: Diff; view: View }) {
  const isPrompt = from.path !== null
  const isAlone = isPrompt && from.path === to.path && diff.files.length === 1
  return (
    <>
      {isAlone && <Sentences all={sentences(diff.files[0]!.meaning ?? [])} />}
      {isPrompt && <Settings place={place} from={from} to={to} />}
      {diff.files.length === 0 ? (
        <Empty title="Both sides have the same text" text={isPrompt ? 'What differs may stand beside the text: aliases, tags and model settings.' : 'Every file is the same on both sides.'} />
      ) : (
        <Files diff={diff} view={view} isAlone={isAlone} isPair={isPrompt && from.path !== to.path} />
      )}
    </>
  )
}

/** The files of a difference, one after another. */
export function Files({ diff, view, isAlone = false, isPair = false }: { diff: Diff; view: View; isAlone?: boolean; isPair?: boolean }) {
  const [added, removed] = [sum(diff.files.map(file => file.added ?? 0)), sum(diff.files.map(file => file.removed ?? 0))]
  return (
    <div className="files">
      <p className="row files-head">
        <span className="quiet">{isAlone ? 'Text' : count(diff.files.length, 'file')}</span>
        <Counts added={added} removed={removed} />
      </p>
      {diff.files.map(file => (
        <FileDiff key={file.newPath ?? file.oldPath} file={file} view={view} isAlone={isAlone} isPair={isPair} />
      ))}
      {diff.truncated && <p className="quiet pad">There are more files than are shown. The quire command shows all of them.</p>}
    </div>
  )
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

function Settings({ place, from, to }: { place: Place; from: Side; to: Side }) {
  const [before, after] = [useSide(place, from).data, useSide(place, to).data]
  if (before === undefined || after === undefined) return null
  const changed = settings(before, after)
  if (changed.every(setting => setting.old === setting.new)) return null
  return (
    <section className="settings-diff" aria-label="Model settings">
      <table>
        <thead>
          <tr>
            <th scope="col">Model setting</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(setting => (
            <tr key={setting.name} className={setting.old === setting.new ? 'quiet' : ''}>
              <th scope="row">{setting.name}</th>
              <td>{setting.old === undefined ? <span className="quiet">not set</span> : setting.old === setting.new ? setting.old : <del>{setting.old}</del>}</td>
              <td>{setting.new === undefined ? <span className="quiet">not set</span> : setting.old === setting.new ? setting.new : <ins>{setting.new}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
