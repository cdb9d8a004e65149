import { api, take } from '../api/client'
import { refresh } from '../api/queries'
import { toast, toastError } from '../app/toasts'
import type { Place, Version } from './load'

/** Where an alias goes; null stands for nowhere. */
export type AliasMove = { alias: string; from: number | null; to: number | null }

/** Puts an alias on a version, or takes it away. The error tells what breaks where somebody has to accept it. */
export async function moveAlias(place: Place, move: AliasMove, acceptBreaks: string[]) {
  await send(place, move, acceptBreaks)
  const { alias, from, to } = move
  toast(to === null ? `Removed ${alias} from version ${from}` : `${alias} is version ${to} now`, () => send(place, { alias, from: to, to: from }, acceptBreaks))
}

async function send(place: Place, { alias, from, to }: AliasMove, acceptBreaks: string[] = []) {
  const at = { path: { ...place, alias } }
  if (to === null) await take(api.DELETE('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/aliases/{alias}', { params: at }))
  else {
    const body = { version: to, expected: from ?? 0, ...(acceptBreaks.length === 0 ? {} : { acceptBreaks }) }
    await take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/aliases/{alias}', { params: at, body }))
  }
  await refresh(place.organisation, place.project)
}

/** Commits the text of an older version anew; the way back commits the one that was latest. */
export async function rollBack(place: Place, version: number, latest: number) {
  const to = async (number: number) => {
    await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/rollback', { params: { path: place }, body: { version: number } }))
    await refresh(place.organisation, place.project)
  }
  try {
    await to(version)
    toast(`The latest version says again what version ${version} said`, () => to(latest))
  } catch (error) {
    toastError(error)
  }
}

/** Deletes a version and its aliases; the way back brings both. */
export async function deleteVersion(place: Place, { version, aliases }: Version) {
  await take(api.DELETE('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions/{version}', { params: { path: { ...place, version } } }))
  await refresh(place.organisation, place.project)
  toast(`Deleted version ${version}`, async () => {
    await patch(place, version, { deleted: false })
    for (const alias of aliases) await send(place, { alias, from: null, to: version })
  })
}

/** Brings a deleted version back, without the aliases that it had. */
export async function bringBack(place: Place, version: number) {
  try {
    await patch(place, version, { deleted: false })
    toast(`Version ${version} is back`)
  } catch (error) {
    toastError(error)
  }
}

/** Sets tags of a version; null takes one away. */
export async function setTags(place: Place, version: number, tags: Record<string, string | null>, before: Record<string, string>) {
  await patch(place, version, { tags })
  toast(`Saved the tags of version ${version}`, () => patch(place, version, { tags: Object.fromEntries(Object.keys(tags).map(key => [key, before[key] ?? null])) }))
}

async function patch(place: Place, version: number, body: { deleted?: boolean; tags?: Record<string, string | null> }) {
  await take(api.PATCH('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/versions/{version}', { params: { path: { ...place, version } }, body: body as never }))
  await refresh(place.organisation, place.project)
}
