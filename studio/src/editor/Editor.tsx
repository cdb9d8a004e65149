import { ApiError } from '../api/errors'
import { useProjects } from '../api/queries'
import { editorLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { NoBranch } from '../branches/NoBranch'
import { Empty, Failed, Loading } from '../ui/states'
import { useWork } from './useWork'
import { Workbench } from './Workbench'
import './editor.css'

/** The editor of one prompt as it stands on a branch: the one that is asked for, or the default one. */
export default function Editor({ project, path, asked }: { project: string; path: string; asked: string | undefined }) {
  const { organisation, permissions } = useSession()
  const projects = useProjects(organisation)
  const main = projects.isPending ? null : (projects.data?.find(({ name }) => name === project)?.defaultBranch ?? 'main')
  const branch = main === null ? null : (asked ?? main)
  const mayWrite = permissions.includes('write')
  const { work, error, again } = useWork({ organisation, project, path, branch, mayWrite })
  if (work !== null && main !== null && branch !== null) return <Workbench spot={{ organisation, project, path, branch, main }} work={work} mayWrite={mayWrite} />
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: path }]}>
      {error === undefined ? <Loading what="Loading the prompt" /> : asked !== undefined && asked !== main && isAbsent(error) ? <Absent project={project} path={path} branch={asked} error={error} /> : <Failed error={error} again={again} />}
    </Shell>
  )
}

const isAbsent = (error: unknown): error is ApiError => error instanceof ApiError && (error.code === 'prompt_not_found' || error.code === 'ref_not_found')

function Absent({ project, path, branch, error }: { project: string; path: string; branch: string; error: ApiError }) {
  return error.code === 'ref_not_found' ? (
    <NoBranch project={project} branch={branch} />
  ) : (
    <Empty title={`${path} is not on ${branch}`} text="It was made, moved or deleted on one of the two branches only." to={editorLink(project, path)} action="Open it on the default branch" />
  )
}
