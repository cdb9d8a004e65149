import { useLocation } from 'wouter'
import { changesLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { BranchSelect } from '../branches/BranchSelect'
import { useDefaultBranch } from '../branches/load'
import { Empty } from '../ui/states'
import { CommitList } from './CommitList'

/** The commits of a branch, newest first. */
export default function Changes({ project, branch }: { project: string; branch: string | undefined }) {
  const { organisation } = useSession()
  const place = { organisation, project }
  const main = useDefaultBranch(place)
  const [, go] = useLocation()
  const action = main !== undefined && <BranchSelect place={place} label="Branch" value={branch ?? main} onValue={to => go(changesLink(project, to === main ? undefined : to))} />
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Changes' }]} action={action}>
      <CommitList
        place={place}
        branch={branch}
        label={`Commits of ${branch ?? main ?? 'the default branch'}`}
        empty={<Empty title="Nothing was committed yet" text="Every change to a prompt stands here, with who made it and why." to={libraryLink(project)} action="Open the library" />}
      />
    </Shell>
  )
}
