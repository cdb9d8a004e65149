// Packs what the build made with Brotli, once, so that the server never has to. The server embeds the packed files alone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const folder = new URL('../dist/', import.meta.url).pathname
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
let total = 0
for (const entry of files) {
  const path = join(entry.parentPath, entry.name)
  const bytes = readFileSync(path)
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  writeFileSync(`${path}.br`, packed)
  rmSync(path)
  total += packed.length
  console.log(`${String(packed.length).padStart(8)} ${relative(folder, path)}`)
}
console.log(`${String(total).padStart(8)} bytes in ${files.length} files`)
