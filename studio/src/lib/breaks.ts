import { ApiError } from '../api/errors'

/** The contributions that a refused change would break, as the refusal names them in quotation marks. */
export const breaks = (error: unknown): string[] =>
  error instanceof ApiError && error.code === 'breaks_contributions' ? [...error.message.matchAll(/'([^']+)'/g)].map(([, name]) => name!) : []
