import { useProjects } from '../api/queries'
import { libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { Failed, Loading } from '../ui/states'
import { useWork } from './useWork'
import { Workbench } from './Workbench'
import './editor.css'

/** The editor of one prompt. */
export default function Editor({ project, path }: { project: string; path: string }) {
  const { organisation, permissions } = useSession()
  const projects = useProjects(organisation)
  const branch = projects.isPending ? null : (projects.data?.find(({ name }) => name === project)?.defaultBranch ?? 'main')
  const mayWrite = permissions.includes('write')
  const { work, error, again } = useWork({ organisation, project, path, defaultBranch: branch, mayWrite })
  if (work !== null && branch !== null) return <Workbench project={project} path={path} branch={branch} work={work} mayWrite={mayWrite} />
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: path }]}>
      {error === undefined ? <Loading what="Loading the prompt" /> : <Failed error={error} again={again} />}
    </Shell>
  )
}
