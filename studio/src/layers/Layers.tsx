import { Pencil } from 'lucide-react'
import { Link } from 'wouter'
import { usePrompts } from '../api/queries'
import { editorLink, layersLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { Empty, Loading } from '../ui/states'
import { Overview } from './Overview'
import { Stack } from './Stack'
import './layers.css'

/** The layers of one base prompt; without a path, the prompts that have layers. */
export default function Layers({ project, path }: { project: string; path: string }) {
  const { organisation } = useSession()
  const prompts = usePrompts(organisation, project)
  const item = prompts.data?.find(prompt => prompt.path === path)
  if (path === '') {
    return (
      <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Layers' }]}>
        <Overview project={project} prompts={prompts} />
      </Shell>
    )
  }
  const action = (
    <Link href={editorLink(project, path)} className="button">
      <Pencil size={16} />
      Edit
    </Link>
  )
  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Layers', to: layersLink(project) }, { name: path }]} action={action}>
      {item?.extends != null ? (
        <Empty
          title={`This is a contribution to ${item.extends}`}
          text="A picture of layers belongs to the base prompt that they fill."
          to={layersLink(project, item.extends)}
          action={`Show the layers of ${item.extends}`}
        />
      ) : prompts.isPending ? (
        <Loading what="Loading the layers" />
      ) : (
        <Stack key={path} place={{ organisation, project, path }} aliases={aliasesOf(prompts.data ?? [], path)} />
      )}
    </Shell>
  )
}

// What may be selected by: the aliases of the base.
const aliasesOf = (prompts: { path: string; aliases: Record<string, number> }[], path: string) => Object.keys(prompts.find(prompt => prompt.path === path)?.aliases ?? {}).sort()
