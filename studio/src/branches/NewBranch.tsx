import { useState } from 'react'
import { createBranch } from './acts'
import { BranchSelect } from './BranchSelect'
import { useBranches, type Place } from './load'
import { NameSheet } from './NameSheet'

type Props = { place: Place; from: string; onClose: () => void; onMade?: (branch: string) => void }

/** Asks for a new branch and makes it where another one stands. */
export function NewBranch({ place, from, onClose, onMade }: Props) {
  const [start, setStart] = useState(from)
  const branches = useBranches(place).data ?? []

  async function make(name: string) {
    const head = branches.find(branch => branch.name === start)?.head
    if (head === undefined) throw new Error(`The branch ${start} has no commit, so there is nothing that ${name} could begin with.`)
    await createBranch(place, name, head)
    onMade?.(name)
  }

  return (
    <NameSheet open onClose={onClose} title="New branch" about="It begins with what is committed on another branch now, and goes its own way from there." action="Create" act={make}>
      <span>From</span>
      <BranchSelect place={place} label="From" value={start} onValue={setStart} />
    </NameSheet>
  )
}
