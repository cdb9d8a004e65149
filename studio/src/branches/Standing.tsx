import { count } from '../lib/text'
import { useDivergence, type Branch, type Place } from './load'

/** How far a branch is from another one. */
export function Standing({ place, branch, against }: { place: Place; branch: Branch; against: Branch }) {
  const found = useDivergence(place, branch, against).data
  if (found === undefined) return <span className="standing" />
  const [ahead, behind] = [found.ahead ?? 0, found.behind ?? 0]
  return (
    <span className="standing quiet small" title={told(branch.name, against.name, ahead, behind)}>
      {ahead === 0 && behind === 0 ? `same as ${against.name}` : [ahead > 0 && `${ahead} ahead`, behind > 0 && `${behind} behind`].filter(Boolean).join(', ')}
    </span>
  )
}

/** How far a branch is from another one, as a sentence. */
export function told(branch: string, against: string, ahead: number, behind: number): string {
  if (ahead === 0 && behind === 0) return `${branch} and ${against} stand at the same commit.`
  const parts = [ahead > 0 && `${branch} has ${count(ahead, 'commit')} that ${against} has not`, behind > 0 && `${against} has ${count(behind, 'commit')} that ${branch} has not`]
  return `${parts.filter(Boolean).join(', and ')}.`
}
