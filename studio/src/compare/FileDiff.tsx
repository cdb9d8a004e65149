import { useMemo } from 'react'
import { Lines, type View } from './Lines'
import { sentences } from './meaning'
import { parts, type FileDifference } from './rows'
import { Sentences } from './Sentences'

const kinds: Record<string, string> = { added: 'new', deleted: 'deleted', moved: 'moved' }

/** What changed in one file: in meaning first, then line by line with the words inside lines. One that stands alone leaves name and meaning to its screen; a pair of two prompts did not move. */
export function FileDiff({ file, view, isAlone = false, isPair = false }: { file: FileDifference; view: View; isAlone?: boolean; isPair?: boolean }) {
  const all = useMemo(() => parts(file.sections ?? []), [file.sections])
  const name = file.newPath ?? file.oldPath ?? ''
  // A file that came or went as a whole is told by its name.
  const isWhole = file.status === 'added' || file.status === 'deleted'
  return (
    <section className="file-diff" aria-label={name}>
      {!isAlone && (
        <header className="row file-head">
          <h3 className="mono grow cut" title={name}>
            {file.oldPath != null && file.newPath != null && file.oldPath !== file.newPath ? `${file.oldPath} → ${file.newPath}` : name}
          </h3>
          {kinds[file.status] && !isPair && <span className="chip">{kinds[file.status]}</span>}
          <Counts added={file.added ?? 0} removed={file.removed ?? 0} />
        </header>
      )}
      {!isAlone && !isWhole && <Sentences all={sentences(file.meaning ?? [])} />}
      {file.opaque ? <p className="quiet pad">This file is no text, or too long to be compared line by line.</p> : all.length > 0 && <Lines all={all} view={view} />}
    </section>
  )
}

/** How many lines came and went. */
export function Counts({ added, removed }: { added: number; removed: number }) {
  return (
    <span className="row counts small">
      <span className="came">
        +{added}
        <span className="hidden-text"> lines added</span>
      </span>
      <span className="went">
        −{removed}
        <span className="hidden-text"> lines removed</span>
      </span>
    </span>
  )
}
