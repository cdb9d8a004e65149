import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'wouter'
import type { PromptItem } from '../api/queries'
import { layersLink, libraryLink } from '../app/links'
import { count, shorten } from '../lib/text'
import { Empty, Failed, Loading } from '../ui/states'
import { byBase } from './bases'

const longestName = 80

/** The base prompts of a project that have layers, and how many. */
export function Overview({ project, prompts }: { project: string; prompts: UseQueryResult<PromptItem[]> }) {
  const bases = useMemo(() => byBase(prompts.data ?? []), [prompts.data])
  if (prompts.data === undefined) return prompts.error ? <Failed error={prompts.error} again={() => void prompts.refetch()} /> : <Loading what="Loading the prompts" />
  if (bases.length === 0) {
    return (
      <Empty
        title="No prompt has layers yet"
        text="A base prompt declares merge points, and layers fill them for the system, a tenant, a feature or an agent. A contribution names its base with extends."
        to={libraryLink(project)}
        action="Open the library"
      />
    )
  }
  return (
    <ul className="bases" aria-label="Prompts with layers">
      {bases.map(({ path, layers, isHere }) => (
        <li key={path} className="list-row">
          {isHere ? (
            <Link href={layersLink(project, path)} className="list-name cut" title={path}>
              {shorten(path, longestName)}
            </Link>
          ) : (
            <span className="list-name cut" title={`${path} stands in another project`}>
              {shorten(path, longestName)}
            </span>
          )}
          <span className="row base-layers">
            {layers.map(({ layer, many }) => (
              <span key={layer} className="small">
                <span className={`written layer-${layer}`}>{layer}</span> {many}
              </span>
            ))}
          </span>
          <span className="quiet small wide-only">{count(layers.reduce((sum, { many }) => sum + many, 0), 'contribution')}</span>
        </li>
      ))}
    </ul>
  )
}
