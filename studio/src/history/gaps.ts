import type { Version } from './load'

/** A version of the timeline, or the number of one that is deleted. */
export type Stop = { version: Version } | { deleted: number }

/** The versions with the deleted ones between them. Numbers are issued without gaps, so one that is missing is deleted. */
export function stops(versions: readonly Version[], isEnd: boolean): Stop[] {
  const all: Stop[] = []
  versions.forEach((version, index) => {
    all.push({ version })
    const next = versions[index + 1]?.version ?? (isEnd ? 0 : version.version - 1)
    for (let number = version.version - 1; number > next; number--) all.push({ deleted: number })
  })
  return all
}
