const inPath = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** The library of a project. */
export const libraryLink = (project: string) => `/projects/${encodeURIComponent(project)}`

/** The editor of a prompt. */
export const editorLink = (project: string, path: string) => `${libraryLink(project)}/edit/${inPath(path)}`

/** The versions of a prompt. */
export const historyLink = (project: string, path: string) => `${libraryLink(project)}/history/${inPath(path)}`

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
