import { useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '../../api/errors'
import { branchLink, libraryLink } from '../../app/links'
import { useSession } from '../../app/session'
import { Shell } from '../../app/Shell'
import { count } from '../../lib/text'
import { FormError } from '../../ui/FormError'
import { Empty } from '../../ui/states'
import { useSubmit } from '../../ui/useSubmit'
import type { Chosen } from './chosen'
import { Drop } from './Drop'
import { isWhole } from './formats'
import { Outcome } from './Outcome'
import { pack, type Parcel } from './parcel'
import { Refused } from './Refused'
import { send, type Report, type Settings } from './send'
import { SettingFields } from './SettingFields'
import './import.css'

/** Files and exports of other products become prompts: first what would happen, then the import, and what came of it. */
export default function Import({ project }: { project: string }) {
  const { permissions } = useSession()
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Import' }]}>
      {permissions.includes('write') ? <Steps project={project} /> : <Empty title="This key may not import" text="It takes the permission write. Sign in with a key that has it." to={libraryLink(project)} action="Back to the library" />}
    </Shell>
  )
}

const unnamed: Settings = { format: undefined, folder: '', dialect: '', branch: undefined }

function Steps({ project }: { project: string }) {
  const { organisation } = useSession()
  const place = { organisation, project }
  const [parcel, setParcel] = useState<Parcel>()
  const [settings, setSettings] = useState(unnamed)
  const [report, setReport] = useState<Report>()
  const [step, setStep] = useState('')
  const [looked, setLooked] = useState('')
  const { busy, error, attempt } = useSubmit()

  const working = (first: string, act: () => Promise<void>) => {
    setStep(first)
    attempt(act)
  }

  function choose(files: Chosen[], name: string) {
    setReport(undefined)
    setParcel(undefined)
    if (files.length === 0) return
    working('Reading the files', async () => {
      const packed = await pack(files, name, setStep)
      setParcel(packed)
      const told = { ...settings, format: packed.format }
      setSettings(told)
      await look(packed, told)
    })
  }

  async function look(chosen: Parcel, told: Settings) {
    setStep('Looking at it')
    setLooked(told.folder)
    setReport(await send(place, chosen, told, { dryRun: true, whole: false }, setStep))
  }

  function change(told: Settings) {
    setSettings(told)
    if (told === settings && told.folder === looked) return
    setReport(undefined)
    if (parcel !== undefined) working('Looking at it', () => look(parcel, told))
  }

  const bring = (whole: boolean) => working('Sending', async () => setReport(await send(place, parcel!, settings, { dryRun: false, whole }, setStep)))

  return (
    <div className="page">
      <p className="quiet">
        Files called NAME.prompt.md and NAME.prompt.yml become prompts with their settings, other text files prompts that are taken word for word. Tables, lists and exports of Langfuse, MLflow, LangSmith, Prompty and
        GitHub Models are read as what they are. Nothing changes before you have seen what would.
      </p>
      <Drop onFiles={choose} onFailure={failure => attempt(() => Promise.reject(failure))} />
      <SettingFields place={place} parcel={parcel} settings={settings} told={report?.format} busy={busy} onFolder={folder => setSettings({ ...settings, folder })} onSettings={change} />
      {busy && <p role="status">{step}…</p>}
      <FormError error={error} />
      {error instanceof ApiError && error.diagnostics.length > 0 && <Refused findings={error.diagnostics} />}
      {parcel && report && (report.dryRun ? <Ready project={project} parcel={parcel} report={report} busy={busy} bring={bring} /> : <Done project={project} branch={settings.branch} parcel={parcel} report={report} />)}
    </div>
  )
}

type Told = { project: string; parcel: Parcel; report: Report }

const things = (report: Report, many: number) => count(many, isWhole(report.format) ? 'file' : 'prompt')

function Ready({ project, parcel, report, busy, bring }: Told & { busy: boolean; bring: (whole: boolean) => void }) {
  const [apart, setApart] = useState(false)
  const writes = report.created + report.updated
  const asks = report.failed > 0 && isWhole(report.format)
  return (
    <section className="column" aria-label="What would happen">
      <Outcome project={project} parcel={parcel} report={report} />
      {asks && writes > 0 && (
        <label className="row">
          <input type="checkbox" checked={apart} onChange={event => setApart(event.target.checked)} />
          Files belong together, so a broken one keeps all of them out. Import the others all the same.
        </label>
      )}
      {!asks && report.failed > 0 && writes > 0 && <p className="quiet">What is broken stays out: mend it and import the same again. What is there already is not imported twice.</p>}
      <div className="row">
        <button type="button" className="primary" disabled={busy || writes === 0 || (asks && !apart)} onClick={() => bring(!apart && isWhole(report.format))}>
          {writes === 0 ? 'Nothing to import' : `Import ${things(report, writes)}`}
        </button>
      </div>
    </section>
  )
}

function Done({ project, branch, parcel, report }: Told & { branch: string | undefined }) {
  const writes = report.created + report.updated
  return (
    <section className="column" aria-label="What was imported">
      <div className="row" role="status">
        <h2 className="grow">{writes === 0 ? 'Nothing was imported' : `Imported ${things(report, writes)}`}</h2>
        <Link href={branch === undefined ? libraryLink(project) : branchLink(project, branch)} className="button">
          {branch === undefined ? 'Open the library' : 'See the branch'}
        </Link>
      </div>
      <Outcome project={project} branch={branch} parcel={parcel} report={report} />
    </section>
  )
}
