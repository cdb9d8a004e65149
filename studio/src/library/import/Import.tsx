import { FolderOpen, FileText, Upload } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { useLocation } from 'wouter'
import { ApiError, type Finding } from '../../api/errors'
import { libraryLink } from '../../app/links'
import { useSession } from '../../app/session'
import { Shell } from '../../app/Shell'
import { toast } from '../../app/toasts'
import { count } from '../../lib/text'
import { FormError } from '../../ui/FormError'
import { Empty } from '../../ui/states'
import { ofDrop, ofField, type Chosen } from './chosen'
import { Dry } from './Dry'
import { doImport, tryImport, type DryRun } from './send'
import './import.css'

/** Files become prompts: first what would happen, then one commit. */
export default function Import({ project }: { project: string }) {
  const { permissions } = useSession()
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Import' }]}>
      {permissions.includes('write') ? <Steps project={project} /> : <Empty title="This key may not import" text="It takes the permission write. Sign in with a key that has it." to={libraryLink(project)} action="Back to the library" />}
    </Shell>
  )
}

function Steps({ project }: { project: string }) {
  const { organisation } = useSession()
  const place = { organisation, project }
  const [, go] = useLocation()
  const [files, setFiles] = useState<Chosen[]>([])
  const [folder, setFolder] = useState('')
  const [dry, setDry] = useState<DryRun>()
  const [work, setWork] = useState('')
  const [error, setError] = useState<unknown>()

  async function doing(what: string, act: () => Promise<void>) {
    setWork(what)
    setError(undefined)
    try {
      await act()
    } catch (failure) {
      setError(failure)
    } finally {
      setWork('')
    }
  }

  function look(chosen: Chosen[], where: string) {
    setFiles(chosen)
    setDry(undefined)
    if (chosen.length === 0) return
    void doing('Looking at the files', async () => setDry(await tryImport(place, chosen, where, done => setWork(`Looked at ${done.toLocaleString('en')} of ${count(chosen.length, 'file')}`))))
  }

  function bring(run: DryRun, many: number) {
    void doing('Importing', async () => {
      await doImport(place, run, `Import ${count(many, 'file')}${folder.trim() === '' ? '' : ` to ${folder.trim()}`}`)
      toast(`Imported ${count(many, 'file')}`)
      go(libraryLink(project))
    })
  }

  return (
    <div className="page">
      <p className="quiet">
        Files called NAME.prompt.md and NAME.prompt.yml become prompts with their settings, other text files prompts that are taken word for word. Nothing changes before you have seen what would.
      </p>
      <label className="column">
        Into the folder
        <input className="field mono" spellCheck={false} placeholder="the top" value={folder} onChange={event => setFolder(event.target.value)} onBlur={() => files.length > 0 && look(files, folder)} />
      </label>
      <Drop onFiles={chosen => look(chosen, folder)} onFailure={setError} />
      {work !== '' && <p role="status">{work}…</p>}
      <FormError error={error} />
      {error instanceof ApiError && error.diagnostics.length > 0 && <Refused findings={error.diagnostics} />}
      {dry && <Dry planned={dry.planned} busy={work !== ''} bring={many => bring(dry, many)} />}
    </div>
  )
}

function Drop({ onFiles, onFailure }: { onFiles: (files: Chosen[]) => void; onFailure: (error: unknown) => void }) {
  const [over, setOver] = useState(false)
  const folder = useRef<HTMLInputElement>(null)
  const file = useRef<HTMLInputElement>(null)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    ofDrop(event.dataTransfer).then(onFiles, onFailure)
  }

  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Upload size={20} aria-hidden />
      <p>Drop a folder or files here</p>
      <div className="row">
        <button type="button" onClick={() => folder.current?.click()}>
          <FolderOpen size={16} />
          Choose a folder
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          <FileText size={16} />
          Choose files
        </button>
      </div>
      <input ref={folder} type="file" hidden aria-label="Folder" multiple {...{ webkitdirectory: '' }} onChange={event => take(event.currentTarget, onFiles)} />
      <input ref={file} type="file" hidden aria-label="Files" multiple onChange={event => take(event.currentTarget, onFiles)} />
    </div>
  )
}

// The field is emptied, so that the same folder can be chosen again after a file in it was mended.
function take(field: HTMLInputElement, onFiles: (files: Chosen[]) => void) {
  const found = field.files === null ? [] : ofField(field.files)
  field.value = ''
  onFiles(found)
}

const findingsShown = 20

function Refused({ findings }: { findings: Finding[] }) {
  return (
    <ul className="panel lines" aria-label="Why it was refused">
      {findings.slice(0, findingsShown).map((finding, index) => (
        <li key={index}>
          <span className="mono cut">
            {finding.file}
            {finding.line != null && `:${finding.line}`}
          </span>
          <span className="grow">{finding.message}</span>
        </li>
      ))}
    </ul>
  )
}
