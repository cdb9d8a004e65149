import { useState } from 'react'
import { useLocation } from 'wouter'
import { commitLink } from '../app/links'
import { toast } from '../app/toasts'
import { BranchSelect } from '../branches/BranchSelect'
import { useBranches, useDefaultBranch, type Commit, type Place } from '../branches/load'
import { doPick, usePickPreview, type PickKind } from '../branches/merging'
import { Settle } from '../branches/Settle'
import { Failed, Loading } from '../ui/states'
import { Sheet } from '../ui/Sheet'
import '../branches/branches.css'

type Props = { kind: PickKind; place: Place; commit: Commit; onClose: () => void }

const words = {
  reverts: { title: 'Revert this commit', about: 'A new commit takes back what this one changed. The history keeps both.', action: 'Revert on', theirs: 'before the commit', done: 'Reverted' },
  'cherry-picks': { title: 'Apply this commit elsewhere', about: 'A new commit on another branch makes the same changes.', action: 'Apply to', theirs: 'this commit', done: 'Applied' },
}

/** Takes a commit back, or applies it to another branch; conflicts are settled here. */
export function PickSheet({ kind, place, commit, onClose }: Props) {
  const main = useDefaultBranch(place)
  const [chosen, setChosen] = useState<string>()
  const [mainline, setMainline] = useState(1)
  const branch = chosen ?? main
  return (
    <Sheet open onOpen={open => !open && onClose()} title={words[kind].title} about={words[kind].about} className="wide">
      {branch !== undefined && (
        <>
          <div className="row pick-where">
            <span>On</span>
            <BranchSelect place={place} label="Branch" value={branch} onValue={setChosen} />
            {commit.parents.length > 1 && (
              <select className="field branch-select" aria-label="Parent that counts as the main line" value={mainline} onChange={event => setMainline(Number(event.target.value))}>
                {commit.parents.map((parent, index) => (
                  <option key={parent} value={index + 1}>
                    against parent {index + 1} ({parent.slice(0, 7)})
                  </option>
                ))}
              </select>
            )}
          </div>
          <Try key={`${branch} ${mainline}`} kind={kind} place={place} commit={commit} branch={branch} mainline={commit.parents.length > 1 ? mainline : undefined} />
        </>
      )}
    </Sheet>
  )
}

function Try({ kind, place, commit, branch, mainline }: Omit<Props, 'onClose'> & { branch: string; mainline: number | undefined }) {
  const [, go] = useLocation()
  const pick = { kind, commit: commit.id, branch, mainline }
  const preview = usePickPreview(place, pick)
  const head = useBranches(place).data?.find(({ name }) => name === branch)?.head
  if (preview.data === undefined) return preview.error ? <Failed error={preview.error} /> : <Loading what="Trying it" />
  if (preview.data.kind === 'up-to-date') return <p className="quiet">{branch} has nothing to change.</p>
  const title = commit.message.split('\n')[0]
  return (
    <Settle
      preview={preview.data}
      sides={{ ours: branch, theirs: words[kind].theirs }}
      action={`${words[kind].action} ${branch}`}
      suggestion={kind === 'reverts' ? `Revert "${title}"` : (title ?? '')}
      act={async settled => {
        const done = await doPick(place, pick, { ...settled, expectedHead: head })
        toast(`${words[kind].done} ${commit.id.slice(0, 7)} on ${branch}`)
        go(commitLink(place.project, done.change?.head ?? commit.id))
      }}
    />
  )
}
