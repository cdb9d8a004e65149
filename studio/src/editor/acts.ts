import { api, take } from '../api/client'
import { refresh } from '../api/queries'
import { movesInMessages } from '../library/moves'
import { carried, type Spot } from './spot'

const projectPath = '/api/v1/orgs/{organisation}/projects/{project}' as const

/** The file of a prompt, and its content. */
type File = { file: string; blob: string }

/** Deletes a prompt where it is worked on. The answer brings it back. */
export async function deletePrompt(spot: Spot, { file }: File): Promise<() => Promise<void>> {
  const { organisation, project, path } = spot
  const branch = carried(spot)
  const place = { organisation, project, path }
  const back = branch === undefined ? await toTrash() : await away(branch)
  await refresh(organisation, project)
  return async () => {
    await back()
    await refresh(organisation, project)
  }

  async function toTrash() {
    await take(api.DELETE(`${projectPath}/prompts/{path}`, { params: { path: place } }))
    return async () => void (await take(api.POST(`${projectPath}/trash/{path}/restore`, { params: { path: place } })))
  }

  async function away(from: string) {
    const { head } = await take(api.POST(`${projectPath}/commits`, { params: { path: place }, body: { branch: from, message: `Delete ${path}`, changes: [{ path: file, delete: true }] } }))
    return async () => void (await take(api.POST(`${projectPath}/reverts`, { params: { path: place }, body: { branch: from, commit: `sha:${head}` } })))
  }
}

/** Gives a prompt another path where it is worked on. */
export async function movePrompt(spot: Spot, { file, blob }: File, to: string) {
  const { organisation, project, path } = spot
  const branch = carried(spot)
  if (branch === undefined) {
    await take(api.POST(`${projectPath}/prompts/{path}/move`, { params: { path: { organisation, project, path } }, body: { to } }))
    return
  }
  const target = to + file.slice(path.length)
  const [{ message } = { message: '' }] = movesInMessages(`Move ${path} to ${to}`, [{ from: file, to: target, blob }], Infinity)
  await take(api.POST(`${projectPath}/commits`, { params: { path: { organisation, project } }, body: { branch, message, changes: [{ path: file, delete: true }, { path: target, blob }] } }))
}
