/** Where somebody works: a prompt as it stands on a branch, beside the project's default one. */
export type Spot = { organisation: string; project: string; path: string; branch: string; main: string }

/** What work is kept by. */
export type WorkPlace = Omit<Spot, 'main'>

/** The name of a work in the browser: no path has an @. */
export const workName = ({ organisation, project, path, branch }: WorkPlace) => `${organisation}:${project}:${path}@${branch}`

/** The branch as addresses carry it: the default one is not told. */
export const carried = ({ branch, main }: { branch: string; main: string }) => (branch === main ? undefined : branch)
