import { expect, test } from 'vitest'
import { eventsOf, type StreamEvent } from './events'

async function read(...chunks: string[]): Promise<StreamEvent[]> {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      controller.close()
    },
  })
  const all: StreamEvent[] = []
  for await (const event of eventsOf(stream)) all.push(event)
  return all
}

test('events are read whatever pieces they come in', async () => {
  expect(await read('event: progress\nda', 'ta: {"a":1}\n', '\nevent: report\ndata: 2\n\n')).toEqual([
    { name: 'progress', data: '{"a":1}' },
    { name: 'report', data: '2' },
  ])
})

test('comments are left out, lines of data belong together, and what is cut off is no event', async () => {
  expect(await read(': wait\n\ndata: one\r\ndata: two\r\n\r\ndata: cut')).toEqual([{ name: 'message', data: 'one\ntwo' }])
})
