/** A file of an archive. */
export type Entry = { path: string; bytes: Uint8Array<ArrayBuffer> }

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** The checksum that archives have of a file (CRC-32 as ISO 3309 has it). */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = table[(sum ^ byte) & 255]! ^ (sum >>> 8)
  return ~sum >>> 0
}

/** Packs files as a zip: the server takes many files as one. */
export async function zip(entries: AsyncIterable<Entry>): Promise<Blob> {
  const parts: BlobPart[] = []
  const directory: BlobPart[] = []
  const names = new TextEncoder()
  let [at, length, many] = [0, 0, 0]
  for await (const { path, bytes } of entries) {
    const name = names.encode(path)
    const small = await deflated(bytes)
    const [method, data] = small.length < bytes.length ? [8, small] : [0, bytes]
    // What both headers say of a file: version, flags (names in UTF-8), method, time, checksum, sizes, length of the name.
    const about = [u16(20), u16(0x800), u16(method), u16(0), u16(0x21), u32(crc32(bytes)), u32(data.length), u32(bytes.length), u16(name.length), u16(0)]
    const local = joined([u32(0x04034b50), ...about, name])
    const central = joined([u32(0x02014b50), u16(20), ...about, u16(0), u16(0), u16(0), u32(0), u32(at), name])
    parts.push(local, data)
    directory.push(central)
    at += local.length + data.length
    length += central.length
    many++
  }
  const end = joined([u32(0x06054b50), u16(0), u16(0), u16(Math.min(many, 0xffff)), u16(Math.min(many, 0xffff)), u32(length), u32(at), u16(0)])
  return new Blob([...parts, ...directory, end], { type: 'application/zip' })
}

const u16 = (value: number) => Uint8Array.of(value & 255, (value >>> 8) & 255)
const u32 = (value: number) => Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer())
}
