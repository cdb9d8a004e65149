import { useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import { useSession } from './session'

/** Who wrote something. Commits carry a key's id, so that a name can be erased; who may see what the key is called reads its name. */
export function Author({ name }: { name: string }) {
  const { organisation, key, name: own, permissions } = useSession()
  const isId = /^[0-9a-f]{16}$/.test(name)
  const keys = useQuery({
    queryKey: ['keys', organisation],
    queryFn: async () => (await take(api.GET('/api/v1/orgs/{organisation}/keys', { params: { path: { organisation } } }))).items,
    enabled: isId && name !== key && permissions.includes('keys'),
    staleTime: 60_000,
  }).data
  return <span title={name}>{name === key ? own : ((isId && keys?.find(({ id }) => id === name)?.name) || name)}</span>
}
