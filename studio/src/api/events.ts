/** Something that a stream of events tells. */
export type StreamEvent = { name: string; data: string }

/** Reads server-sent events from the answer of a request that is no GET, for which browsers have no reader of their own. */
export async function* eventsOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<StreamEvent> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text = (text + value).replaceAll('\r\n', '\n')
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      yield* blocks.flatMap(read)
    }
  } finally {
    await reader.cancel()
  }
}

function read(block: string): StreamEvent[] {
  const lines = block.split('\n')
  const values = (field: string) => lines.flatMap(line => (line.startsWith(`${field}:`) ? [line.slice(field.length + 1).replace(/^ /, '')] : []))
  const data = values('data')
  return data.length === 0 ? [] : [{ name: values('event')[0] ?? 'message', data: data.join('\n') }]
}
