import { count } from '../../lib/text'
import type { Chosen } from './chosen'
import { formatOf, type Format } from './formats'
import { zip, type Entry } from './zip'

/** What is sent: one file as it was chosen, or many in one archive; and what is left out, with the reason. */
export type Parcel = { name: string; bytes: Blob; format: Format | undefined; left: { path: string; why: string }[] }

const most = 50_000
const largest = 10_485_760
const largestParcel = 67_108_864

/** The paths of chosen files below the folder that they came in: where all of them came in one, it is not part of them. */
export function relativePaths(paths: string[]): string[] {
  const first = paths[0]?.split('/', 1)[0]
  const inOne = paths.length > 0 && paths.every(path => path.includes('/') && path.split('/', 1)[0] === first)
  return inOne ? paths.map(path => path.slice(first!.length + 1)) : paths
}

/** Why one of many files is left out before anybody reads it; undefined where it is not. */
export function refusal(path: string, size: number): string | undefined {
  if (isHidden(path)) return 'begins with a dot'
  if (/\.(zip|tar|gz|tgz|7z)$/i.test(path)) return 'is an archive: a zip is imported by itself'
  if (size > largest) return 'has more than 10 MiB'
  return undefined
}

// Other products keep prompts in folders such as .github.
const isHidden = (path: string) => /(^|\/)\./.test(path) && (/(^|\/)\.git\//.test(path) || !/\/[^./][^/]*\.(prompty|prompt\.ya?ml)$/i.test(path))

/** Makes of chosen files what is sent. */
export async function pack(files: Chosen[], name: string, progress: (done: string) => void): Promise<Parcel> {
  const [only] = files
  if (files.length === 1 && only !== undefined && !only.path.includes('/')) return checked({ name: only.path, bytes: only.file, format: formatOf([only.path]), left: [] })
  if (files.length > most) throw new Error(`These are ${count(files.length, 'file')}; one import takes ${most.toLocaleString('en')}. Choose a folder further down.`)
  const judged = files.map(({ path, file }) => ({ path, file, why: refusal(path, file.size) }))
  const taken = judged.filter(({ why }) => why === undefined)

  async function* entries(): AsyncGenerator<Entry> {
    for (const [index, { path, file }] of taken.entries()) {
      if (index % 200 === 0) progress(`Read ${index.toLocaleString('en')} of ${count(taken.length, 'file')}`)
      yield { path, bytes: new Uint8Array(await file.arrayBuffer()) }
    }
  }

  return checked({ name, bytes: await zip(entries()), format: formatOf(taken.map(({ path }) => path)) , left: judged.flatMap(({ path, why }) => (why === undefined ? [] : [{ path, why }])) })
}

function checked(parcel: Parcel): Parcel {
  if (parcel.bytes.size > largestParcel) throw new Error(`${parcel.name} has ${Math.ceil(parcel.bytes.size / 1_048_576)} MiB; one import takes 64. Choose a part of it, or use quire import.`)
  return parcel
}
