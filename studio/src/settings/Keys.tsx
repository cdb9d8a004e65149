import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { api, take } from '../api/client'
import { queries } from '../api/queries'
import type { components } from '../api/schema'
import { useSession } from '../app/session'
import { toast } from '../app/toasts'
import { Ago } from '../ui/Ago'
import { Confirm } from '../ui/Confirm'
import { Sheet } from '../ui/Sheet'
import { Failed, Loading } from '../ui/states'
import { NewKey } from './NewKey'

type Key = components['schemas']['Key']

/** Who may do what: the keys of the organisation. */
export function Keys() {
  const { organisation, key: own } = useSession()
  const keys = useQuery({ queryKey: ['keys', organisation], queryFn: async () => (await take(api.GET('/api/v1/orgs/{organisation}/keys', { params: { path: { organisation } } }))).items })
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<Key>()
  const [revoked, setRevoked] = useState(false)
  const reload = () => queries.invalidateQueries({ queryKey: ['keys', organisation] })

  async function revoke({ id, name }: Key) {
    await take(api.DELETE('/api/v1/orgs/{organisation}/keys/{key}', { params: { path: { organisation, key: id } } }))
    toast(`Revoked ${name}`)
    await reload()
  }

  if (keys.data === undefined) return keys.error ? <Failed error={keys.error} again={() => void keys.refetch()} /> : <Loading what="Loading the keys" />
  const standing = keys.data.filter(key => key.revokedAt == null)
  const shown = revoked ? keys.data : standing
  return (
    <>
      <div className="row">
        <p className="quiet grow">Programs and people come in with keys. A key never does more than its maker may do.</p>
        <button type="button" className="primary" onClick={() => setMaking(true)}>
          <KeyRound size={16} />
          New key
        </button>
      </div>
      <ul className="panel lines" aria-label="Keys">
        {shown.map(key => (
          <Line key={key.id} it={key} own={key.id === own} onRevoke={() => setRevoking(key)} />
        ))}
      </ul>
      {standing.length < keys.data.length && (
        <button type="button" aria-pressed={revoked} onClick={() => setRevoked(!revoked)}>
          {revoked ? 'Hide revoked keys' : `Show ${(keys.data.length - standing.length).toLocaleString('en')} revoked`}
        </button>
      )}
      <Sheet open={making} onOpen={setMaking} title="New key">
        <NewKey made={reload} close={() => setMaking(false)} />
      </Sheet>
      <Confirm
        open={revoking !== undefined}
        onOpen={() => setRevoking(undefined)}
        title={`Revoke ${revoking?.name ?? ''}`}
        about={revoking?.id === own ? 'This is the key that you are signed in with: you will be signed out at once.' : 'Whatever uses this key is refused at once. It cannot be brought back.'}
        action="Revoke the key"
        act={async () => {
          if (revoking) await revoke(revoking)
        }}
      />
    </>
  )
}

function Line({ it, own, onRevoke }: { it: Key; own: boolean; onRevoke: () => void }) {
  return (
    <li className="key-line">
      <div className="grow">
        <p className="row">
          <strong className="cut" title={it.name}>
            {it.name}
          </strong>
          {own && <span className="chip">this one</span>}
          {it.revokedAt != null && <span className="chip bad-text">revoked</span>}
        </p>
        <p className="quiet small key-facts">
          {it.permissions.join(', ')}
          {it.projects && ` · projects ${it.projects.join(', ')}`}
          {it.tenantScopes && ` · tenants ${it.tenantScopes.join(', ')}`}
          {it.expiresAt != null && (
            <>
              {' · expires '}
              <Ago at={it.expiresAt} />
            </>
          )}
        </p>
      </div>
      <Ago at={it.createdAt} />
      {it.revokedAt == null && (
        <button type="button" aria-label={`Revoke ${it.name}`} onClick={onRevoke}>
          Revoke
        </button>
      )}
    </li>
  )
}
