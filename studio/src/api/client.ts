import createClient from 'openapi-fetch'
import { root } from '../lib/base'
import { ApiError } from './errors'
import type { paths } from './schema'
import { heard, silence } from './connection'

// The header tells the server that a page of its own asks, and not another site with the browser's cookie.
const client = createClient<paths>({ baseUrl: root, headers: { 'Quire-Studio': '1' }, credentials: 'same-origin', fetch: ask })

/** The server's REST interface, typed by its own description. */
export const api = client

async function ask(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    heard()
    return response
  } catch (error) {
    if (!request.signal.aborted) silence()
    throw error
  }
}

/** What the server answered, or the error that it told. */
export async function take<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await asked
  if (!response.ok) throw new ApiError(response.status, error)
  return data as T
}
