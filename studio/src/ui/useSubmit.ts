import { useState, type FormEvent } from 'react'

const nothing = async () => {}

/**
 * What is sent to the server: whether it is under way, and what the server said against it. What was typed stays. `submit` sends the one thing that a
 * form is for; `attempt` whatever it is given.
 */
export function useSubmit(act: () => Promise<void> = nothing) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function attempt(what: () => Promise<void>) {
    setBusy(true)
    setError(undefined)
    try {
      await what()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    error,
    attempt: (what: () => Promise<void>) => void attempt(what),
    submit: (event?: FormEvent) => {
      event?.preventDefault()
      void attempt(act)
    },
  }
}
