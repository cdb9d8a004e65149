import { lazy, type ReactNode } from 'react'
import { Library } from '../library/Library'

const Editor = lazy(() => import('../editor/Editor'))
const Branches = lazy(() => import('../branches/Branches'))
const BranchFiles = lazy(() => import('../branches/BranchFiles'))
const Changes = lazy(() => import('../changes/Changes'))
const Commit = lazy(() => import('../changes/Commit'))
const Compare = lazy(() => import('../compare/Compare'))
const History = lazy(() => import('../history/History'))
const Merge = lazy(() => import('../branches/Merge'))

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
  { pattern: '/projects/:project/compare', draw: ({ project }) => <Compare key={project} project={project} /> },
  { pattern: '/projects/:project/branches', draw: ({ project }) => <Branches key={project} project={project} /> },
  { pattern: '/projects/:project/branches/*', draw: ({ project, path }) => <BranchFiles key={path} project={project} branch={path} /> },
  { pattern: '/projects/:project/merge', draw: ({ project }) => <Merge key={project} project={project} /> },
  { pattern: '/projects/:project/changes', draw: ({ project }) => <Changes key={project} project={project} /> },
  { pattern: '/projects/:project/changes/*', draw: ({ project, path }) => <Commit key={path} project={project} commit={path} /> },
]
