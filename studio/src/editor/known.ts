import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { loadPrompt, type PromptItem } from '../api/queries'
import { promptPath } from '../branches/beside'
import { useTree } from '../branches/load'
import type { Known } from './complete'
import type { Parameter } from './parameters'

type Asked = { organisation: string; project: string; branch: string | undefined; prompt: string; names: Parameter[]; prompts: PromptItem[] | undefined; source: string; isContribution: boolean }

/** The names that may be written into the text, as they are on its branch. A contribution knows the merge points of the prompt that it extends. */
export function useKnown({ organisation, project, branch, prompt, names, prompts, source, isContribution }: Asked): Known {
  const base = useQuery({ queryKey: ['prompt', organisation, project, prompt, 'points', branch], queryFn: () => loadPrompt(organisation, project, prompt, branch), enabled: isContribution })
  const text = isContribution ? (base.data?.prompt.source ?? '') : source
  const mergePoints = useMemo(() => mergePointsOf(text), [text])
  const files = useTree({ organisation, project }, branch ?? '', branch !== undefined).data
  const paths = useMemo(() => (branch === undefined ? (prompts ?? []).map(({ path }) => path) : (files ?? []).filter(({ role }) => role === 'prompt').map(({ path }) => promptPath(path))), [branch, prompts, files])
  return { variables: names.map(({ name }) => name), mergePoints, prompts: paths }
}

/** The merge points that a text declares, each once. */
export const mergePointsOf = (text: string) => [...new Set([...text.matchAll(/\bmerge_point:?\s+["']?([\w.-]+)/g)].map(found => found[1]!))]
