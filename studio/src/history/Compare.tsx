import { useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import { Failed, Loading } from '../ui/states'
import { marked } from './marked'

type Place = { organisation: string; project: string; path: string }

/** What changed from one version to another: in meaning first, then line by line with the words inside lines. */
export function Compare({ place, from, to }: { place: Place; from: number; to: number }) {
  const diff = useQuery({
    queryKey: ['diff', place.organisation, place.project, place.path, from, to],
    queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}/diff', { params: { path: place, query: { from: String(from), to: String(to) } } })),
    staleTime: Infinity,
  })
  if (diff.data === undefined) return diff.error ? <Failed error={diff.error} /> : <Loading what="Comparing" />
  return (
    <div className="diff">
      {diff.data.files.map((file, index) => (
        <div key={index}>
          <ul className="meaning">
            {(file.meaning ?? []).map((change, at) => (
              <li key={at}>
                {change.kind} <code>{change.name}</code>: {change.change}
              </li>
            ))}
          </ul>
          {(file.sections ?? []).map((section, at) => (
            <pre key={at} className="text boxed">
              {section.lines.map((line, number) => (
                <Line key={number} kind={line.kind} text={line.text} words={line.words ?? []} />
              ))}
            </pre>
          ))}
        </div>
      ))}
    </div>
  )
}

const signs: Record<string, string> = { added: '+', removed: '-' }

function Line({ kind, text, words }: { kind: string; text: string; words: { start: number; length: number }[] }) {
  return (
    <span className={`line ${kind}`}>
      <span className="sign">{signs[kind] ?? ' '}</span>
      {marked(text, words).map(({ text: piece, isMarked }, index) => (isMarked ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>))}
    </span>
  )
}
