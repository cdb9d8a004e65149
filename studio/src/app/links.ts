const inPath = (path: string) => path.split('/').map(encodeURIComponent).join('/')

const onBranch = (branch: string | undefined) => (branch === undefined ? '' : `?branch=${encodeURIComponent(branch)}`)

/** The library of a project. */
export const libraryLink = (project: string) => `/projects/${encodeURIComponent(project)}`

/** The editor of a prompt as it stands on a branch; without one, on the default branch. */
export const editorLink = (project: string, path: string, branch?: string) => `${libraryLink(project)}/edit/${inPath(path)}${onBranch(branch)}`

/** The versions of a prompt; with a branch other than the default one, the commits of that branch that changed it. */
export const historyLink = (project: string, path: string, branch?: string) => `${libraryLink(project)}/history/${inPath(path)}${onBranch(branch)}`

/** The layers of a base prompt; without a path, the prompts that have layers. */
export const layersLink = (project: string, path?: string) => `${libraryLink(project)}/layers${path === undefined ? '' : `/${inPath(path)}`}`

/** A prompt set; without a name, all of them. */
export const setsLink = (project: string, set?: string) => `${libraryLink(project)}/sets${set === undefined ? '' : `/${encodeURIComponent(set)}`}`

/** The deleted prompts of a project. */
export const trashLink = (project: string) => `${libraryLink(project)}/trash`

/** Where files become prompts of a project. */
export const importLink = (project: string) => `${libraryLink(project)}/import`

/** Every project. */
export const projectsLink = '/projects'

/** What a search finds: in one project, or in all. */
export const searchLink = (text: string, project?: string) => `${project === undefined ? '' : libraryLink(project)}/search${text === '' ? '' : `?q=${encodeURIComponent(text)}`}`

/** One page of the settings. */
export const settingsLink = (page = 'keys') => `/settings/${page}`

/** Two addresses beside one another. */
export const compareLink = (project: string, from: string, to: string) => `${libraryLink(project)}/compare?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`

/** The branches of a project. */
export const branchesLink = (project: string) => `${libraryLink(project)}/branches`

/** The prompts as they stand on a branch. */
export const branchLink = (project: string, branch: string) => `${branchesLink(project)}/${inPath(branch)}`

/** One branch brought into another. */
export const mergeLink = (project: string, from: string, into: string) => `${libraryLink(project)}/merge?from=${encodeURIComponent(from)}&into=${encodeURIComponent(into)}`

/** The commits of a branch; without one, of the default branch. */
export const changesLink = (project: string, branch?: string) => `${libraryLink(project)}/changes${onBranch(branch)}`

/** One commit. */
export const commitLink = (project: string, commit: string) => `${libraryLink(project)}/changes/${commit}`
