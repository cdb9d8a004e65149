import { lazy, type ReactNode } from 'react'
import { Visited } from '../home/Visited'
import { Library } from '../library/Library'

const Home = lazy(() => import('../home/Home'))
const Projects = lazy(() => import('../projects/Projects'))
const Trash = lazy(() => import('../library/Trash'))
const Import = lazy(() => import('../library/import/Import'))
const Search = lazy(() => import('../search/Search'))
const Settings = lazy(() => import('../settings/Settings'))
const Help = lazy(() => import('../help/Help'))
const Editor = lazy(() => import('../editor/Editor'))
const Branches = lazy(() => import('../branches/Branches'))
const BranchFiles = lazy(() => import('../branches/BranchFiles'))
const Changes = lazy(() => import('../changes/Changes'))
const Commit = lazy(() => import('../changes/Commit'))
const Compare = lazy(() => import('../compare/Compare'))
const History = lazy(() => import('../history/History'))
const Layers = lazy(() => import('../layers/Layers'))
const Sets = lazy(() => import('../sets/Sets'))
const Merge = lazy(() => import('../branches/Merge'))

/** What the address of a screen names, decoded. `path` is what stands for the pattern's star; a branch that is left out is the default one. */
export type Address = { project: string; path: string; branch: string | undefined }

/**
 * Every screen by the pattern of its address. The server knows the first segments, too (StudioRoute.cs). All but the library are parts of their
 * own, loaded when they are first shown.
 */
export const screens: { pattern: string; draw: (at: Address) => ReactNode }[] = [
  { pattern: '/', draw: ({ project }) => <Home project={project} /> },
  { pattern: '/projects', draw: ({ project }) => <Projects project={project} /> },
  { pattern: '/search', draw: ({ project }) => <Search key="all" project={project} only={false} /> },
  { pattern: '/settings/*?', draw: ({ project, path }) => <Settings project={project} page={path} /> },
  { pattern: '/help', draw: ({ project }) => <Help project={project} /> },
  { pattern: '/projects/:project', draw: ({ project }) => <Library key={project} project={project} /> },
  { pattern: '/projects/:project/search', draw: ({ project }) => <Search key={project} project={project} only /> },
  { pattern: '/projects/:project/trash', draw: ({ project }) => <Trash project={project} /> },
  { pattern: '/projects/:project/import', draw: ({ project }) => <Import key={project} project={project} /> },
  {
    pattern: '/projects/:project/edit/*',
    draw: ({ project, path, branch }) => (
      <Visited key={`${branch ?? ''} ${path}`} project={project} path={path} branch={branch}>
        <Editor project={project} path={path} asked={branch} />
      </Visited>
    ),
  },
  { pattern: '/projects/:project/history/*', draw: ({ project, path, branch }) => <History key={`${branch ?? ''} ${path}`} project={project} path={path} asked={branch} /> },
  { pattern: '/projects/:project/layers', draw: ({ project }) => <Layers project={project} path="" /> },
  { pattern: '/projects/:project/layers/*', draw: ({ project, path }) => <Layers project={project} path={path} /> },
  { pattern: '/projects/:project/sets', draw: ({ project }) => <Sets project={project} path="" /> },
  { pattern: '/projects/:project/sets/*', draw: ({ project, path }) => <Sets key={path} project={project} path={path} /> },
  { pattern: '/projects/:project/compare', draw: ({ project }) => <Compare key={project} project={project} /> },
  { pattern: '/projects/:project/branches', draw: ({ project }) => <Branches key={project} project={project} /> },
  { pattern: '/projects/:project/branches/*', draw: ({ project, path }) => <BranchFiles key={path} project={project} branch={path} /> },
  { pattern: '/projects/:project/merge', draw: ({ project }) => <Merge key={project} project={project} /> },
  { pattern: '/projects/:project/changes', draw: ({ project, branch }) => <Changes key={project} project={project} branch={branch} /> },
  { pattern: '/projects/:project/changes/*', draw: ({ project, path }) => <Commit key={path} project={project} commit={path} /> },
]
