import { relativePaths } from './parcel'

/** A file that somebody chose, by its path below what was chosen. */
export type Chosen = { path: string; file: File }

/** The files of a field. */
export const ofField = (files: FileList): Chosen[] => withPaths([...files].map(file => ({ path: file.webkitRelativePath || file.name, file })))

/** What was dropped: files, and folders with everything in them. */
export async function ofDrop(transfer: DataTransfer): Promise<Chosen[]> {
  // The entries are gone after the first pause, so all are taken before it.
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry() ?? [])
  return withPaths((await Promise.all(entries.map(walk))).flat())
}

function withPaths(found: Chosen[]): Chosen[] {
  const paths = relativePaths(found.map(({ path }) => path))
  return found.map(({ file }, index) => ({ path: paths[index]!, file }))
}

async function walk(entry: FileSystemEntry): Promise<Chosen[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry.isFile) return [{ path, file: await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed)) }]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: Chosen[] = []
  // A reader gives some of its entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (some.length === 0) return found
    for (const inner of some) found.push(...(await walk(inner)))
  }
}
