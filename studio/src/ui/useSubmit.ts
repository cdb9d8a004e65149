import { useState, type FormEvent } from 'react'

/** The sending of a form: whether it is under way, and what the server said against it. What was typed stays. */
export function useSubmit(act: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function send() {
    setBusy(true)
    setError(undefined)
    try {
      await act()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    error,
    submit: (event?: FormEvent) => {
      event?.preventDefault()
      void send()
    },
  }
}
