import { api, take } from '../api/client'
import { queries } from '../api/queries'
import { toastError } from './toasts'

/** Signs the browser out; what was asked for this person is forgotten with it. */
export async function signOut() {
  try {
    await take(api.DELETE('/api/v1/session'))
    queries.clear()
    await queries.invalidateQueries()
    location.reload()
  } catch (error) {
    toastError(error)
  }
}
