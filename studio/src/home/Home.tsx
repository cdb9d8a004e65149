import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, take } from '../api/client'
import { useProjects, type Project } from '../api/queries'
import { editorLink, libraryLink, projectsLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { count, shorten } from '../lib/text'
import { Ago } from '../ui/Ago'
import { Empty, Failed, Loading } from '../ui/states'
import { Changed } from './Changed'
import { MostRead } from './MostRead'
import { nearest, projectsShown } from './nearest'
import { recent, type Opened } from './recent'
import './home.css'

const recentShown = 6

/** Where one begins: what is under way, what changed, what is read. */
export default function Home({ project }: { project: string }) {
  const { organisation } = useSession()
  const projects = useProjects(organisation)
  const [opened] = useState(recent)
  return (
    <Shell project={project} crumbs={[{ name: 'Home' }]}>
      {projects.data === undefined ? (
        projects.error ? <Failed error={projects.error} again={() => void projects.refetch()} /> : <Loading what="Loading what changed" />
      ) : projects.data.length === 0 ? (
        <Empty title="No projects" text="A project keeps prompts that belong together. This key reaches none." to={projectsLink} action="See the projects" />
      ) : (
        <Begin opened={opened} projects={projects.data} near={nearest(projects.data, opened, project).map(({ name }) => name)} />
      )}
    </Shell>
  )
}

type BeginProps = { opened: Opened[]; projects: Project[]; near: string[] }

function Begin({ opened, projects, near }: BeginProps) {
  const { name } = useSession()
  return (
    <div className="home page">
      <p className="quiet">Signed in as {name}.</p>
      <GoOn opened={opened} projects={projects} near={near} />
      {near.map(project => (
        <section key={project} className="home-project" aria-label={project}>
          <h2 className="row">
            <Link href={libraryLink(project)} className="cut">
              {project}
            </Link>
          </h2>
          <div className="home-panels">
            <Changed project={project} />
            <MostRead project={project} />
          </div>
        </section>
      ))}
      {projects.length > projectsShown && <Link href={projectsLink}>All {count(projects.length, 'project')}</Link>}
    </div>
  )
}

function GoOn({ opened, projects, near }: BeginProps) {
  const { organisation, permissions } = useSession()
  const mainOf = (project: string) => projects.find(({ name }) => name === project)?.defaultBranch
  const known = opened.filter(({ project }) => projects.some(({ name }) => name === project)).slice(0, recentShown)
  const drafts = useQuery({
    queryKey: ['home-drafts', organisation, '', near],
    enabled: permissions.includes('write'),
    queryFn: async ({ signal }) =>
      (
        await Promise.all(
          near.map(async project =>
            (await take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/drafts', { params: { path: { organisation, project } }, signal }))).items.map(draft => ({ project, ...draft })),
          ),
        )
      ).flat(),
  }).data
  if (known.length === 0 && (drafts === undefined || drafts.length === 0)) {
    return (
      <section className="panel" aria-label="Go on">
        <h2>Go on</h2>
        <p className="quiet">
          What you open stands here, so that you find it again. <Link href={libraryLink(near[0]!)}>Open the library</Link>
        </p>
      </section>
    )
  }
  return (
    <section className="panel" aria-label="Go on">
      <h2>Go on</h2>
      <ul className="lines">
        {drafts?.map(({ project, path, branch, updatedAt }) => (
          <li key={`draft ${project} ${branch} ${path}`}>
            <Place project={project} path={promptPath(path)} branch={mainOf(project) === branch ? undefined : branch} />
            <span className="chip">draft</span>
            <Ago at={updatedAt} />
          </li>
        ))}
        {known
          .filter(({ project, path, branch = mainOf(project) }) => !drafts?.some(draft => draft.project === project && draft.branch === branch && promptPath(draft.path) === path))
          .map(({ project, path, branch, at }) => (
            <li key={`${project} ${branch ?? ''} ${path}`}>
              <Place project={project} path={path} branch={branch} />
              <Ago at={at} />
            </li>
          ))}
      </ul>
    </section>
  )
}

// A draft is of a file; the editor is of its prompt.
const promptPath = (path: string) => path.replace(/\.prompt\.(md|yml|yaml)$/i, '')

const Place = ({ project, path, branch }: { project: string; path: string; branch: string | undefined }) => (
  <>
    <Link href={editorLink(project, path, branch)} className="cut" title={path}>
      {shorten(path, 80)}
    </Link>
    {branch !== undefined && (
      <span className="chip" title={`On the branch ${branch}`}>
        {shorten(branch, 24)}
      </span>
    )}
    <span className="quiet small grow cut">{project}</span>
  </>
)
