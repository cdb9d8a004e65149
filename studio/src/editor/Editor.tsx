import { loadPrompt, usePrompt } from '../api/queries'
import { libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { Failed, Loading } from '../ui/states'
import { Workbench } from './Workbench'
import './editor.css'

/** The editor of one prompt. */
export default function Editor({ project, path }: { project: string; path: string }) {
  const { organisation } = useSession()
  const loaded = usePrompt(organisation, project, path)
  if (loaded.data !== undefined) {
    return <Workbench project={project} path={path} first={loaded.data} load={() => loadPrompt(organisation, project, path)} />
  }
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: path }]}>
      {loaded.error ? <Failed error={loaded.error} again={() => void loaded.refetch()} /> : <Loading what="Loading the prompt" />}
    </Shell>
  )
}
