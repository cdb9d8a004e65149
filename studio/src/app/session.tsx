import { createContext, useContext } from 'react'
import type { Me } from '../api/queries'

const Signed = createContext<Me | null>(null)

/** Gives every screen below it the person who is signed in. */
export const Session = Signed.Provider

/** Who is signed in. */
export function useSession(): Me {
  const me = useContext(Signed)
  if (me === null) throw new Error('No screen is shown to somebody who is not signed in.')
  return me
}
