import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { api, take } from '../api/client'
import { editorLink } from '../app/links'
import { useSession } from '../app/session'
import { count, shorten } from '../lib/text'
import { Failed } from '../ui/states'

const shown = 8

/** The prompts that programs read most in the last 30 days. */
export function MostRead({ project }: { project: string }) {
  const { organisation } = useSession()
  const reads = useQuery({
    queryKey: ['reads', organisation, project, 'most'],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/reads', { params: { path: { organisation, project }, query: { limit: shown } } })),
  })
  const items = reads.data?.items
  const most = items?.[0]?.count ?? 1
  return (
    <section className="panel" aria-label={`What is read most in ${project}`}>
      <h3>Read most in 30 days</h3>
      {reads.error ? (
        <Failed error={reads.error} again={() => void reads.refetch()} />
      ) : items?.length === 0 ? (
        <p className="quiet">Nothing yet. What programs read over HTTP is counted here.</p>
      ) : (
        <ul className="lines">
          {items?.map(({ path, count: reads }) => (
            <li key={path} className="read">
              <Link href={editorLink(project, path)} className="grow cut" title={path}>
                {shorten(path, 60)}
              </Link>
              <span className="read-bar" aria-hidden="true">
                <span style={{ width: `${(100 * reads) / most}%` }} />
              </span>
              <span className="quiet small read-count">{count(reads, 'read')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
