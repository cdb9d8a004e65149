import { lazy, type ReactNode } from 'react'
import { Library } from '../library/Library'

const Editor = lazy(() => import('../editor/Editor'))
const History = lazy(() => import('../history/History'))
const Layers = lazy(() => import('../layers/Layers'))
const Sets = lazy(() => import('../sets/Sets'))

/** What the address of a screen names, decoded. `path` is what stands for the pattern's star. */
export type Address = { project: string; path: string }

/**
 * Every screen by the pattern of its address. The server knows the first segments, too (StudioRoute.cs). All but the library are parts of their
 * own, loaded when they are first shown.
 */
export const screens: { pattern: string; draw: (at: Address) => ReactNode }[] = [
  { pattern: '/projects/:project', draw: ({ project }) => <Library key={project} project={project} /> },
  { pattern: '/projects/:project/edit/*', draw: ({ project, path }) => <Editor key={path} project={project} path={path} /> },
  { pattern: '/projects/:project/history/*', draw: ({ project, path }) => <History key={path} project={project} path={path} /> },
  { pattern: '/projects/:project/layers', draw: ({ project }) => <Layers project={project} path="" /> },
  { pattern: '/projects/:project/layers/*', draw: ({ project, path }) => <Layers project={project} path={path} /> },
  { pattern: '/projects/:project/sets', draw: ({ project }) => <Sets project={project} path="" /> },
  { pattern: '/projects/:project/sets/*', draw: ({ project, path }) => <Sets key={path} project={project} path={path} /> },
]
