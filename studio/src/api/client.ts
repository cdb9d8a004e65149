import createClient from 'openapi-fetch'
import { root } from '../lib/base'
import { ApiError } from './errors'
import type { paths } from './schema'
import { heard, silence } from './connection'

// Being there also tells the first script, if it comes late, that nothing is to be asked for early any more.
const early = (globalThis.quireEarly ??= new Map())

const client = createClient<paths>({ baseUrl: root, credentials: 'same-origin', fetch: ask })

/** The server's REST interface, typed by its own description. */
export const api = client

async function ask(request: Request): Promise<Response> {
  // The header tells the server that a page of its own asks, and not another site with the browser's cookie. Reads need none.
  if (request.method !== 'GET') request.headers.set('Quire-Studio', '1')
  try {
    const response = await (taken(request) ?? fetch(request))
    heard()
    return response
  } catch (error) {
    if (!request.signal.aborted) silence()
    throw error
  }
}

function taken({ method, url }: Request) {
  const answer = method === 'GET' ? early.get(url) : undefined
  early.delete(url)
  return answer
}

/** What the server answered, or the error that it told. */
export async function take<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked
  if (!response.ok) throw new ApiError(response.status, error)
  return data as T
}
