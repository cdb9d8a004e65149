import type { Sentence } from './meaning'

/** What a change means, a line each. */
export function Sentences({ all }: { all: Sentence[] }) {
  if (all.length === 0) return null
  return (
    <ul className="sentences">
      {all.map((sentence, index) => (
        <li key={index}>{sentence.map((part, at) => (typeof part === 'string' ? part : <code key={at}>{part.code}</code>))}</li>
      ))}
    </ul>
  )
}
