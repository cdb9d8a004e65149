import { useState, type FormEvent } from 'react'
import { api, take } from '../api/client'
import { ApiError, inWords } from '../api/errors'
import { queries } from '../api/queries'

/** Takes a key and hands it to the server, which keeps the browser signed in by a cookie. The key itself is kept nowhere. */
export function SignIn() {
  const [key, setKey] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const words = error === undefined ? undefined : inWords(error)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      queries.setQueryData(['me'], await take(api.POST('/api/v1/session', { body: { key: key.trim() } })))
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <main className="sign-in">
      <form className="card column" onSubmit={event => void submit(event)}>
        <h1>Quire</h1>
        <p className="quiet">Prompts with versions, layers and a history. Sign in with a key.</p>
        <label htmlFor="key">Key</label>
        <input id="key" className="field mono" type="password" autoComplete="off" spellCheck={false} autoFocus required value={key} placeholder="qk_…" aria-describedby="key-help" onChange={event => setKey(event.target.value)} />
        <p id="key-help" className="quiet small">
          The owner key was printed when the server started for the first time; <code>quire keys create</code> makes another.
        </p>
        {words && (
          <p role="alert" className="bad-text">
            {error instanceof ApiError && error.status === 401 ? 'This key opens nothing. Paste the whole key, beginning with qk_.' : [words.what, words.hint].filter(Boolean).join(' ')}
          </p>
        )}
        <button type="submit" className="primary" disabled={busy || key.trim() === ''}>
          Sign in
        </button>
      </form>
    </main>
  )
}
