import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, take } from '../api/client'
import { refresh } from '../api/queries'
import { libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { toast, toastError } from '../app/toasts'
import { shorten } from '../lib/text'
import { Empty, Failed, Loading } from '../ui/states'

/** The prompts that were deleted, and the way back for each. */
export default function Trash({ project }: { project: string }) {
  const { organisation, permissions } = useSession()
  const place = { organisation, project }
  const [busy, setBusy] = useState('')
  const trash = useInfiniteQuery({
    queryKey: ['trash', organisation, project],
    initialPageParam: '',
    queryFn: ({ pageParam }) => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/trash', { params: { path: place, query: { limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } } })),
    getNextPageParam: last => last.next ?? undefined,
  })
  const items = trash.data?.pages.flatMap(page => page.items)

  async function restore(path: string) {
    setBusy(path)
    try {
      await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/trash/{path}/restore', { params: { path: { ...place, path } } }))
      toast(`Restored ${path}`)
      await refresh(organisation, project)
    } catch (error) {
      toastError(error)
    } finally {
      setBusy('')
    }
  }

  return (
    <Shell project={project} crumbs={[{ name: project, to: libraryLink(project) }, { name: 'Deleted prompts' }]}>
      {items === undefined ? (
        trash.error ? <Failed error={trash.error} again={() => void trash.refetch()} /> : <Loading what="Loading the deleted prompts" />
      ) : items.length === 0 ? (
        <Empty title="Nothing is deleted" text="A deleted prompt stands here with all its versions until it is restored." to={libraryLink(project)} action="Back to the library" />
      ) : (
        <div className="page">
          <p className="quiet">Programs do not find these any more. Restored, a prompt has its newest text again and goes on numbering.</p>
          <ul className="panel lines" aria-label="Deleted prompts">
            {items.map(({ path, lastNumber }) => (
              <li key={path}>
                <span className="grow cut" title={path}>
                  {shorten(path, 90)}
                </span>
                <span className="quiet small">v{lastNumber}</span>
                {permissions.includes('write') && (
                  <button type="button" aria-label={`Restore ${path}`} disabled={busy !== ''} onClick={() => void restore(path)}>
                    Restore
                  </button>
                )}
              </li>
            ))}
          </ul>
          {trash.hasNextPage && (
            <button type="button" onClick={() => void trash.fetchNextPage()}>
              Show more
            </button>
          )}
        </div>
      )}
    </Shell>
  )
}
