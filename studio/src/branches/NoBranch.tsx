import { branchesLink } from '../app/links'
import { Empty } from '../ui/states'

/** Says that there is no such branch. */
export const NoBranch = ({ project, branch }: { project: string; branch: string }) => (
  <Empty title={`There is no branch ${branch}`} text="It may have been merged and deleted, or have another name now." to={branchesLink(project)} action="See the branches" />
)
