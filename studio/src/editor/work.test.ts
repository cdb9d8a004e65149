import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../api/errors'
import { Work } from './work'
import { FakeServer, Room } from './work.fakes'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function open(server: FakeServer, room: Room) {
  const opening = Work.open(room.parts(server))
  await vi.advanceTimersByTimeAsync(100)
  return opening
}

const pass = () => vi.advanceTimersByTimeAsync(2000)

test('what is typed is kept in the browser at once and on the server a moment later', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  work.type('ab')
  await vi.advanceTimersByTimeAsync(200)
  expect(room.drawer?.source).toBe('ab')
  expect(server.kept).toBeNull()
  await pass()
  expect(server.kept?.source).toBe('ab')
  expect(work.seen()).toMatchObject({ dirty: true, kept: 'server' })
})

test('a text that the server did not get is sent when the page is opened again', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const first = await open(server, room)
  server.isAway = true
  first.type('typed while away')
  await pass()
  expect(first.seen().kept).toBe('browser')
  first.close()
  server.isAway = false
  const again = await open(server, room)
  await pass()
  expect(again.seen()).toMatchObject({ source: 'typed while away', restored: true, kept: 'server' })
  expect(server.kept?.source).toBe('typed while away')
})

test('another browser finds the draft, and a draft that was committed elsewhere does not come back', async () => {
  const server = new FakeServer('a')
  const mine = new Room()
  const work = await open(server, mine)
  work.type('ab')
  await pass()
  const other = await open(server, new Room())
  expect(other.seen()).toMatchObject({ source: 'ab', restored: true })
  await other.commit('done')
  await work.check()
  expect(work.seen()).toMatchObject({ source: 'ab', dirty: false, late: false })
  expect(mine.drawer).toBeNull()
})

test('two texts of one person in two browsers are both kept until one is chosen', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  server.isAway = true
  work.type('here')
  await pass()
  server.isAway = false
  server.keepFor('elsewhere')
  await work.check()
  await pass()
  expect(work.seen()).toMatchObject({ source: 'here', other: { source: 'elsewhere' } })
  expect(server.kept?.source).toBe('elsewhere')
  work.choose('this')
  await pass()
  expect(work.seen()).toMatchObject({ source: 'here', other: null, kept: 'server' })
  expect(server.kept?.source).toBe('here')
})

test('a text that the server took without its answer being heard is no other text', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  server.isAway = true
  work.type('half')
  await pass()
  server.keepFor('half')
  work.type('half and more')
  await pass()
  server.isAway = false
  await work.check()
  await pass()
  expect(work.seen()).toMatchObject({ source: 'half and more', other: null, kept: 'server' })
  expect(server.kept?.source).toBe('half and more')
})

test('two tabs show one text, whichever one types in, and the one that stays sends what the other one typed', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const one = await open(server, room)
  const two = await open(server, room)
  expect(one.seen().elsewhere).toBe(true)
  one.type('from one')
  await vi.advanceTimersByTimeAsync(200)
  expect(two.seen()).toMatchObject({ source: 'from one', elsewhere: true })
  two.type('from two')
  await vi.advanceTimersByTimeAsync(200)
  expect(one.seen().source).toBe('from two')
  two.close()
  await pass()
  expect(one.seen()).toMatchObject({ source: 'from two', elsewhere: false, kept: 'server' })
  expect(server.kept?.source).toBe('from two')
})

test('a new tab begins with what another one has and did not send', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const one = await open(server, room)
  server.isDeaf = true
  one.type('unsent')
  const two = await open(server, room)
  expect(two.seen().source).toBe('unsent')
})

test('a commit in one tab is seen in the other', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const one = await open(server, room)
  const two = await open(server, room)
  one.type('b')
  await pass()
  await one.commit('done')
  await pass()
  for (const work of [one, two]) expect(work.seen()).toMatchObject({ source: 'b', dirty: false, kept: 'committed' })
})

test('a late commit shows the merge, and the settled text is committed on what is there now', async () => {
  const [server, room] = [new FakeServer('a\n'), new Room()]
  const work = await open(server, room)
  work.type('mine\n')
  server.commitFor('theirs\n')
  expect(await work.commit('change')).toBeNull()
  expect(work.seen().conflict?.file.ours?.text).toBe('theirs\n')
  expect(work.seen().source).toBe('mine\n')
  expect(await work.resolve('both\n')).not.toBeNull()
  expect(server.source).toBe('both\n')
  expect(work.seen()).toMatchObject({ source: 'both\n', dirty: false, conflict: null })
})

test('where it changed once more while a conflict was settled, the new text is shown and nothing is written over', async () => {
  const [server, room] = [new FakeServer('a\n'), new Room()]
  const work = await open(server, room)
  work.type('mine\n')
  server.commitFor('second\n')
  await work.commit('change')
  server.commitFor('third\n')
  expect(await work.resolve('mine and second\n')).toBeNull()
  expect(server.source).toBe('third\n')
  expect(work.seen().conflict?.file.ours?.text).toBe('third\n')
})

test('what is typed while a commit is under way is not lost', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  work.type('b')
  const committing = work.commit('done')
  work.type('bc')
  await committing
  await pass()
  expect(server.source).toBe('b')
  expect(work.seen()).toMatchObject({ source: 'bc', dirty: true, late: false, kept: 'server' })
})

test('a draft that says what is committed is no draft', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  server.keepFor('b')
  server.commitFor('b')
  const work = await open(server, room)
  await pass()
  expect(server.kept).toBeNull()
  work.type('bc')
  expect(await work.commit('more')).not.toBeNull()
})

test('a refused commit keeps the text', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  work.type('{{')
  server.refusal = new ApiError(422, { code: 'rejected', detail: 'It does not parse.' })
  await expect(work.commit('change')).rejects.toThrow('It does not parse.')
  expect(work.seen()).toMatchObject({ source: '{{', dirty: true, busy: false, conflict: null })
})

test('what was discarded can be brought back', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  work.type('ab')
  await pass()
  const back = await work.discard()
  expect(work.seen()).toMatchObject({ source: 'a', dirty: false })
  expect(server.kept).toBeNull()
  await back()
  await pass()
  expect(work.seen()).toMatchObject({ source: 'ab', kept: 'server' })
})

test('a text that was changed meanwhile is told before one commits', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  work.type('b')
  server.commitFor('c')
  await work.check()
  expect(work.seen()).toMatchObject({ source: 'b', late: true })
})

test('a text that nobody touched follows what is committed', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  const work = await open(server, room)
  server.commitFor('c')
  await work.check()
  expect(work.seen()).toMatchObject({ source: 'c', dirty: false })
})

test('whoever may not write is asked for no drafts', async () => {
  const [server, room] = [new FakeServer('a'), new Room()]
  server.keepFor('x')
  const opening = Work.open({ ...room.parts(server), mayWrite: false })
  await pass()
  expect((await opening).seen().source).toBe('a')
})
