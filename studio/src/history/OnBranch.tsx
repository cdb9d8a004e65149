import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { loadPrompt } from '../api/queries'
import { compareLink, editorLink, mergeLink } from '../app/links'
import { CommitList } from '../changes/CommitList'
import { shorten } from '../lib/text'
import { Empty, Failed, Loading } from '../ui/states'
import type { Place } from './load'

/** The commits of a branch that changed a prompt: versions are numbered on the default branch only. */
export function OnBranch({ place, branch, main }: { place: Place; branch: string; main: string }) {
  const { organisation, project, path } = place
  const prompt = useQuery({ queryKey: ['prompt', organisation, project, path, 'on', branch], queryFn: () => loadPrompt(organisation, project, path, branch) })
  if (prompt.data === undefined) return prompt.error ? <Failed error={prompt.error} again={() => void prompt.refetch()} /> : <Loading what="Loading the commits" />
  return (
    <>
      <p className="pad on-branch">
        The commits of {shorten(branch, 60)} that changed this prompt. Versions get their numbers on {main}: <Link href={mergeLink(project, branch, main)}>merge the branch</Link>, or{' '}
        <Link href={compareLink(project, `${path}@ref:${main}`, `${path}@ref:${branch}`)}>compare both texts</Link>.
      </p>
      <CommitList
        place={place}
        branch={branch}
        file={prompt.data.prompt.file}
        label={`Commits of ${branch} that changed ${path}`}
        empty={<Empty title={`No commit of ${branch} changed this prompt`} text="It says what it said where the branch began." to={editorLink(project, path, branch)} action="Edit it" />}
      />
    </>
  )
}
