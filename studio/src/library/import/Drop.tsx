import { FileText, FolderOpen, Upload } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { ofDrop, ofField, type Chosen } from './chosen'

/** Takes a folder or files that one drops or chooses, and the name of what was chosen. */
export function Drop({ onFiles, onFailure }: { onFiles: (files: Chosen[], name: string) => void; onFailure: (error: unknown) => void }) {
  const [over, setOver] = useState(false)
  const folder = useRef<HTMLInputElement>(null)
  const file = useRef<HTMLInputElement>(null)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const { items } = event.dataTransfer
    const name = items.length === 1 ? (items[0]!.webkitGetAsEntry()?.name ?? 'files') : 'files'
    ofDrop(event.dataTransfer).then(files => onFiles(files, name), onFailure)
  }

  // The field is emptied, so that the same folder can be chosen again after a file in it was mended.
  function take(field: HTMLInputElement) {
    const found = field.files === null ? [] : ofField(field.files)
    const name = field.files?.[0]?.webkitRelativePath.split('/', 1)[0] || 'files'
    field.value = ''
    onFiles(found, name)
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
      <p>Drop a folder, files, a zip or another product’s export here</p>
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
      <input ref={folder} type="file" hidden aria-label="Folder" multiple {...{ webkitdirectory: '' }} onChange={event => take(event.currentTarget)} />
      <input ref={file} type="file" hidden aria-label="Files" multiple onChange={event => take(event.currentTarget)} />
    </div>
  )
}
