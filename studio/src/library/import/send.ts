import { api, take } from '../../api/client'
import { refresh } from '../../api/queries'
import { readTip, type Place } from '../edits'
import type { Chosen } from './chosen'
import { below, inChunks, plan, refusal, tooMany, type Candidate, type Planned } from './plan'

/** What an import would do, and the commit that it was held against. */
export type DryRun = { head: string; planned: Planned[] }

// Below the limit of a request, also when each byte takes several in JSON.
const chunkBytes = 2_500_000

/**
 * Looks what an import of files would do. The server stores the contents and says their ids, which nothing refers to until the import is made:
 * so nothing changes, and the second sending is small.
 */
export async function tryImport(place: Place, files: Chosen[], folder: string, progress: (done: number) => void): Promise<DryRun> {
  const refused = tooMany(files.length)
  if (refused !== undefined) throw new Error(refused)
  const { head, files: there } = await readTip(place)
  const judged = files.map(({ path, file }) => ({ path: below(folder, path), file, why: refusal(path, file.size) }))
  const left: Candidate[] = judged.flatMap(({ path, why }) => (why === undefined ? [] : [{ path, why }]))
  const staged: Candidate[] = []
  for (const chunk of inChunks(judged.filter(({ why }) => why === undefined), ({ file }) => file.size, chunkBytes)) {
    const blobs = await Promise.all(chunk.map(async ({ file }) => content(new Uint8Array(await file.arrayBuffer()))))
    const { ids } = await take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/blobs', { params: { path: place }, body: { blobs } }))
    staged.push(...chunk.map(({ path }, index) => ({ path, blob: ids[index]! })))
    progress(staged.length)
  }
  return { head, planned: plan([...staged, ...left], there) }
}

/** Makes the import: one commit, all of it or none, and only where nothing changed since it was looked at. */
export async function doImport(place: Place, { head, planned }: DryRun, message: string): Promise<void> {
  const changes = planned.flatMap(({ path, blob, fate }) => (blob !== undefined && (fate === 'new' || fate === 'changed') ? [{ path, blob }] : []))
  await take(
    api.POST('/api/v1/orgs/{organisation}/projects/{project}/commits', { params: { path: place }, body: { message, changes, ...(head === '' ? {} : { expectedHead: head }) } }),
  )
  await refresh(place.organisation, place.project)
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function content(bytes: Uint8Array): { content: string } | { base64: string } {
  try {
    const text = strict.decode(bytes)
    if (!text.includes('\0')) return { content: text }
  } catch {
    // Not text: it goes as it is.
  }
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return { base64: btoa(binary) }
}
