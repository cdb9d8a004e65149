import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useOffer } from '../app/commands'
import { useSession } from '../app/session'
import { keepValues, keptValues, sent, type Values } from '../editor/values'
import { Failed, Loading } from '../ui/states'
import { Inputs } from './Inputs'
import { Picture, type Chosen } from './Picture'
import { findingsOf, Refusal } from './Refusal'
import { pointsOf, useComposed, useOffers, useRested, useWhatIf, type Place } from './questions'
import { Request } from './Request'
import { Result } from './Result'
import { imagined, partsOf, scopesOf, type Audience } from './story'
import { Why } from './Why'
import { WhatIfChoice } from './WhatIf'
import { readAudience, writeAudience, type WhatIf } from './wish'

/** The picture of a base prompt's layers, for whom it is composed, and what comes out. */
export function Stack({ place, aliases }: { place: Place; aliases: string[] }) {
  const { permissions } = useSession()
  const [search, setSearch] = useSearchParams()
  const audience = readAudience(search)
  const [values, setValues] = useState<Values>(() => keptValues(place.project, place.path))
  const [user, setUser] = useState<Record<string, string>>({})
  const [fence, setFence] = useState(false)
  const [chosen, setChosen] = useState<Chosen>()
  const [subject, setSubject] = useState('')
  const [whatIf, setWhatIf] = useState<WhatIf>()

  const typed = useRested(JSON.stringify({ variables: sent(values), user }))
  const wish = { ...audience, ...(JSON.parse(typed) as { variables: Record<string, unknown>; user: Record<string, string> }), fence }
  const offers = useOffers(place, audience.alias)
  const composed = useComposed(place, wish)
  const other = useWhatIf(place, wish, whatIf)

  const everybody = pointsOf(offers.data)
  const points = composed.data === undefined ? imagined(everybody, audience) : pointsOf(composed.data)
  const parts = partsOf(points, place.project)
  useOffer([
    ...scopesOf(everybody, 'tenant').map(tenant => ({ name: `Compose for the tenant ${tenant}`, kind: 'Layers', act: () => choose({ ...audience, tenant }) })),
    ...scopesOf(everybody, 'agent').map(agent => ({ name: `Compose for the agent ${agent}`, kind: 'Layers', act: () => choose({ ...audience, agent }) })),
  ])
  if (points.length === 0 && composed.isPending) return <Loading what="Composing" />
  if (points.length === 0 && composed.error && everybody.length === 0) return <Failed error={composed.error} again={() => void composed.refetch()} />

  function choose(next: Audience & { alias: string }) {
    setSearch(writeAudience(next), { replace: true })
  }

  function change(next: Values) {
    setValues(next)
    keepValues(place.project, place.path, next)
  }

  return (
    <div className="layers">
      <div className="wishes">
        <Request points={everybody.length === 0 ? points : everybody} aliases={aliases} value={audience} onValue={choose} />
      </div>
      {composed.error && <Refusal error={composed.error} />}
      {points.length === 0 ? (
        <p className="quiet pad">This prompt has no merge point, so no layer can contribute to it.</p>
      ) : (
        <>
          <Picture points={points} refusals={findingsOf(composed.error)} chosen={chosen} onChosen={setChosen} />
          <Why project={place.project} chosen={chosen} points={points} />
        </>
      )}
      <div className="outcome">
        <Inputs composed={composed.data} points={points.filter(point => point.user).map(point => point.mergePoint)} values={values} onValues={change} user={user} onUser={setUser} fence={fence} onFence={setFence} />
        <section className="composed" aria-label="Composed text">
          <WhatIfChoice
            place={place}
            parts={parts}
            aliases={aliases}
            isNewest={audience.alias === ''}
            mayPreview={permissions.includes('preview')}
            subject={subject}
            onSubject={setSubject}
            value={whatIf}
            onValue={setWhatIf}
          />
          <Result place={place} composed={composed.data} isRefused={composed.error != null} whatIf={whatIf} other={whatIf === undefined ? undefined : other.data} error={whatIf === undefined ? undefined : other.error} point={chosen?.point} />
        </section>
      </div>
    </div>
  )
}
