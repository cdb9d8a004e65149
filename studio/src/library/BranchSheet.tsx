import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import type { PromptItem } from '../api/queries'
import { editorLink } from '../app/links'
import { NewBranch } from '../branches/NewBranch'
import { useBranches, useDefaultBranch } from '../branches/load'
import { Picker, type Pick } from '../ui/Picker'
import { Sheet } from '../ui/Sheet'
import type { Place } from './edits'
import { matches, words } from './filter'

const most = 40

/** Opens a prompt as it stands on another branch, or on a new one. */
export default function BranchSheet({ place, item, onClose }: { place: Place; item: PromptItem; onClose: () => void }) {
  const [, go] = useLocation()
  const [naming, setNaming] = useState(false)
  const main = useDefaultBranch(place) ?? ''
  const branches = useBranches(place).data
  const show = (branch: string) => go(editorLink(place.project, item.path, branch))
  const find = useCallback(
    (text: string): Pick[] => [
      ...(branches ?? [])
        .filter(({ name }) => name !== main && matches(name, words(text)))
        .slice(0, most)
        .map(({ name }) => ({ name, kind: 'Branch', act: () => show(name) })),
      { name: 'New branch…', kind: 'Action', act: () => setNaming(true) },
    ],
    [branches, main],
  )
  if (naming) return <NewBranch place={place} from={main} onClose={onClose} onMade={show} />
  return (
    <Sheet open onOpen={open => !open && onClose()} title="Edit on a branch" about={`What you commit there changes ${item.path} on ${main} only when the branch is merged.`} className="palette">
      <Picker label="Branch" find={find} close={() => {}} />
    </Sheet>
  )
}
