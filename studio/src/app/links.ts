const inPath = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** The library of a project. */
export const libraryLink = (project: string) => `/projects/${encodeURIComponent(project)}`

/** The editor of a prompt. */
export const editorLink = (project: string, path: string) => `${libraryLink(project)}/edit/${inPath(path)}`

/** The versions of a prompt. */
export const historyLink = (project: string, path: string) => `${libraryLink(project)}/history/${inPath(path)}`
