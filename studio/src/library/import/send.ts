import { api, take } from '../../api/client'
import { ApiError } from '../../api/errors'
import { eventsOf } from '../../api/events'
import { refresh } from '../../api/queries'
import type { components } from '../../api/schema'
import type { Place } from '../edits'
import type { Format } from './formats'
import type { Parcel } from './parcel'

/** What an import did, or would do. */
export type Report = components['schemas']['Import']

/** What an import may be told. Where no format is named, the server tells it by the file; a branch that is left out is the default one. */
export type Settings = { format: Format | undefined; folder: string; dialect: string; branch: string | undefined }

/** How an import is sent. A dry run writes nothing; an import that is no whole lets what is good arrive without what is broken. */
export type Sending = { dryRun: boolean; whole: boolean }

const phases: Record<string, string> = { fetching: 'Fetched', checking: 'Looked at', writing: 'Wrote' }

/** Sends an import and follows it to its report. */
export async function send(place: Place, parcel: Parcel, { format, folder, dialect, branch }: Settings, { dryRun, whole }: Sending, progress: (done: string) => void): Promise<Report> {
  const around = folder.trim().replace(/^\/+|\/+$/g, '')
  const answer = await take(
    api.POST('/api/v1/orgs/{organisation}/projects/{project}/imports', {
      params: {
        path: place,
        query: { name: parcel.name, dryRun: String(dryRun), allOrNothing: String(whole), ...(format === undefined ? {} : { format }), ...(branch === undefined ? {} : { branch }), ...(around === '' ? {} : { folder: around }), ...(dialect === '' ? {} : { dialect }) },
      },
      headers: { Accept: 'text/event-stream', 'Content-Type': 'application/octet-stream' },
      body: parcel.bytes,
      bodySerializer: body => body as Blob,
      parseAs: 'stream',
    }),
  )
  try {
    for await (const { name, data } of eventsOf(answer as unknown as ReadableStream<Uint8Array<ArrayBuffer>>)) {
      if (name === 'report') return JSON.parse(data) as Report
      if (name === 'problem') throw problem(JSON.parse(data))
      const { phase, done, total } = JSON.parse(data) as { phase: string; done: number; total: number }
      progress(`${phases[phase] ?? phase} ${done.toLocaleString('en')}${total > 0 ? ` of ${total.toLocaleString('en')}` : ''}`)
    }
  } finally {
    if (!dryRun) await refresh(place.organisation, place.project)
  }
  throw new TypeError('The connection ended before the report. What was written stays; the same import again brings the rest.')
}

const problem = (body: unknown) => new ApiError(typeof body === 'object' && body !== null && 'status' in body ? Number(body.status) : 500, body)
