import { startTransition, useEffect, useState } from 'react'
import { api, take } from '../api/client'
import type { Finding } from '../api/errors'
import { isConnected, onConnection } from '../api/connection'
import type { Composed } from '../provenance/segments'

const pause = 200

/** What the server says about a text that is not stored. */
export type Live = { findings: Finding[]; preview: Composed | null; error: unknown; busy: boolean }

type Asked = { organisation: string; project: string; branch: string | undefined; prompt: string; file: string; source: string; request: Record<string, unknown> }

/** Asks for findings and a preview a moment after the last key. The last good preview stays while a text does not parse. A branch is named where it is not the default one. */
export function useLive({ organisation, project, branch, prompt, file, source, request }: Asked): Live {
  const [live, setLive] = useState<Live>({ findings: [], preview: null, error: undefined, busy: true })
  const [again, setAgain] = useState(0)
  const given = JSON.stringify(request)

  useEffect(() => onConnection(() => isConnected() && setAgain(count => count + 1)), [])

  useEffect(() => {
    const gone = new AbortController()
    const timer = setTimeout(() => {
      setLive(before => ({ ...before, busy: true }))
      void ask(gone.signal)
    }, pause)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }

    async function ask(signal: AbortSignal) {
      const place = { params: { path: { organisation, project } }, signal }
      const on = branch === undefined ? {} : { branch }
      const checked = take(api.POST('/api/v1/orgs/{organisation}/projects/{project}/validate', { ...place, body: { path: file, source, ...on } }))
      const composed = take(
        api.POST('/api/v1/orgs/{organisation}/projects/{project}/preview', {
          ...place,
          body: { request: { prompt, ...(JSON.parse(given) as Record<string, never>) }, sources: { [file]: source }, ...on },
        }),
      )
      const [findings, preview] = await Promise.allSettled([checked, composed])
      if (signal.aborted) return
      // A long preview is drawn between keys, never before one.
      startTransition(() => setLive(before => ({
        findings: findings.status === 'fulfilled' ? findings.value.diagnostics : before.findings,
        preview: preview.status === 'fulfilled' ? preview.value : before.preview,
        error: preview.status === 'rejected' ? preview.reason : undefined,
        busy: false,
      })))
    }
  }, [organisation, project, branch, prompt, file, source, given, again])

  return live
}
