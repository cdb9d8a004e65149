import { useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import { useSession } from '../app/session'
import { Author } from '../app/Author'
import { Ago } from '../ui/Ago'
import { Failed } from '../ui/states'

const shown = 8

/** The newest commits of a project's default branch: who, when, why. */
export function Changed({ project }: { project: string }) {
  const { organisation, boundToTenants } = useSession()
  const commits = useQuery({
    queryKey: ['commits', organisation, project, 'newest'],
    enabled: !boundToTenants,
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/commits', { params: { path: { organisation, project }, query: { limit: shown } } })),
  })
  const items = commits.data?.items
  return (
    <section className="panel" aria-label={`What changed in ${project}`}>
      <h3>What changed</h3>
      {boundToTenants ? (
        <p className="quiet">This key sees the prompts of its tenants, and no history of the whole project.</p>
      ) : commits.error ? (
        <Failed error={commits.error} again={() => void commits.refetch()} />
      ) : items?.length === 0 ? (
        <p className="quiet">Nothing yet. Each commit stands here with its author.</p>
      ) : (
        <ul className="lines">
          {items?.map(({ id, message, author }) => (
            <li key={id} className="change">
              <span className="grow cut" title={message}>
                {message.split('\n', 1)[0]}
              </span>
              <span className="quiet small cut who">
                <Author name={author.name} />
              </span>
              <Ago at={author.time} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
