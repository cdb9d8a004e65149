// @vitest-environment node
import { expect, test } from 'vitest'
import { formatOf } from './formats'
import { pack, refusal, relativePaths } from './parcel'
import { crc32, zip } from './zip'

const chosen = (path: string, text = path) => ({ path, file: new File([text], path) })

test('the folder that was chosen is no part of the paths', () => {
  expect(relativePaths(['mine/a/one.md', 'mine/two.md'])).toEqual(['a/one.md', 'two.md'])
  expect(relativePaths(['one.md', 'mine/two.md'])).toEqual(['one.md', 'mine/two.md'])
  expect(relativePaths(['a/one.md', 'b/two.md'])).toEqual(['a/one.md', 'b/two.md'])
  expect(relativePaths([])).toEqual([])
})

test('of many files, hidden ones, archives and huge ones are left out, with the reason', async () => {
  expect(refusal('a/.git/config', 1)).toBe('begins with a dot')
  expect(refusal('.git/x.prompty', 1)).toBe('begins with a dot')
  expect(refusal('.github/prompts/x.prompt.yml', 1)).toBeUndefined()
  expect(refusal('a/all.ZIP', 1)).toContain('by itself')
  expect(refusal('a/b.md', 20_000_000)).toBe('has more than 10 MiB')
  expect(refusal('a/b.md', 10_485_760)).toBeUndefined()
  expect((await pack([chosen('one.md'), chosen('.two')], 'mine', () => {})).left).toEqual([{ path: '.two', why: 'begins with a dot' }])
})

test('one file is sent as it is', async () => {
  const parcel = await pack([chosen('all.zip', 'PK')], 'mine', () => {})
  expect([parcel.name, await parcel.bytes.text(), parcel.format]).toEqual(['all.zip', 'PK', 'files'])
})

test('names tell the format, and where they do not, the content of a JSON file does', () => {
  expect(formatOf(['a.csv'])).toBe('csv')
  expect(formatOf(['a.csv', 'b.tsv'])).toBe('csv')
  expect(formatOf(['a.csv', 'b.md'])).toBe('files')
  expect(formatOf(['a.prompty'])).toBe('prompty')
  expect(formatOf(['a.prompt.yaml', 'b.prompt.yml'])).toBe('github')
  expect(formatOf(['a.yaml'])).toBeUndefined()
  expect(formatOf(['a.json'])).toBeUndefined()
  expect(formatOf(['a.jsonl'])).toBe('json')
  expect(formatOf([])).toBe('files')
})

test('the checksum is that of the standard', () => expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926))

test('an archive holds the files as they were', async () => {
  const long = 'again and '.repeat(100)
  async function* entries() {
    yield { path: 'ä/one.md', bytes: new TextEncoder().encode('x') }
    yield { path: 'two.md', bytes: new TextEncoder().encode(long) }
  }
  expect(await contents(await (await zip(entries())).arrayBuffer())).toEqual({ 'ä/one.md': 'x', 'two.md': long })
})

// By the directory at the end, as readers do.
async function contents(bytes: ArrayBuffer): Promise<Record<string, string>> {
  const view = new DataView(bytes)
  const end = bytes.byteLength - 22
  const found: Record<string, string> = {}
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [method, size, length, start] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)]
    const name = new TextDecoder().decode(bytes.slice(at + 46, at + 46 + length))
    const data = new Blob([bytes.slice(start + 30 + length, start + 30 + length + size)])
    found[name] = await new Response(method === 8 ? data.stream().pipeThrough(new DecompressionStream('deflate-raw')) : data).text()
    at += 46 + length
  }
  return found
}
