import { api, take } from '../api/client'
import { queries, refresh } from '../api/queries'
import { toast } from '../app/toasts'
import type { Branch, Place } from './load'

const none = '0'.repeat(40)

/** Makes a branch at a commit; a name that is taken is refused. */
export async function createBranch(place: Place, name: string, head: string) {
  await put(place, name, head)
  toast(`Created the branch ${name}`)
}

async function put(place: Place, branch: string, head: string) {
  await take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}', { params: { path: { ...place, branch } }, body: { head, expectedHead: none } }))
  await changed(place)
}

/** Deletes a branch where it still stands; the way back makes it anew at the same commit. */
export async function deleteBranch(place: Place, { name, head }: Branch) {
  await take(api.DELETE('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}', { params: { path: { ...place, branch: name }, header: { 'Quire-Expected-Head': head } } }))
  await changed(place)
  toast(`Deleted the branch ${name}`, () => put(place, name, head))
}

/** Gives a branch another name. */
export async function renameBranch(place: Place, name: string, to: string) {
  await rename(place, name, to)
  toast(`${name} is called ${to} now`, () => rename(place, to, name))
}

async function rename(place: Place, branch: string, to: string) {
  await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}/rename', { params: { path: { ...place, branch } }, body: { to } }))
  await changed(place)
}

/** Protects a branch, or lifts its protection. */
export async function protect(place: Place, name: string, isProtected: boolean) {
  await settle(place, name, { protected: isProtected })
  toast(isProtected ? `${name} is protected: moving it takes the permission manage` : `${name} is no longer protected`, () => settle(place, name, { protected: !isProtected }))
}

/** Makes a branch the one whose history issues version numbers. */
export async function makeDefault(place: Place, name: string) {
  await settle(place, name, { default: true })
  toast(`${name} is the default branch now`)
}

async function settle(place: Place, branch: string, body: { default?: boolean; protected?: boolean }) {
  await take(api.PUT('/api/v1/orgs/{organisation}/projects/{project}/branches/{branch}/settings', { params: { path: { ...place, branch } }, body }))
  await changed(place)
}

async function changed({ organisation, project }: Place) {
  await refresh(organisation, project)
  await queries.invalidateQueries({ queryKey: ['projects', organisation] })
}
