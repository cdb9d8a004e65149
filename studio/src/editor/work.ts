import { ApiError, type MergedFile } from '../api/errors'
import type { Loaded } from '../api/queries'
import type { Copy, Drawer } from './copy'
import { watchPage } from './page'
import type { Kept, Seen } from './seen'
import type { Draft, Saved, Server } from './server'
import { greet, type Said, type Tabs, type Told } from './tabs'
import { Timers } from './timers'

export type Parts = { server: Server; drawer: Drawer; tabs: Tabs; mayWrite: boolean; now: () => number; id: string }

const drawing = 40
const writing = 150
const sending = 700

/**
 * The text of one prompt while somebody works on it. Each key is kept in this browser at once and on the server a moment later, and told to the
 * other tabs, which show the same text. What is typed goes only by a commit or by a decision of the person.
 */
export class Work {
  private latest!: Loaded
  private source = ''
  private base = ''
  private blob = ''
  private at = 0
  private sent: string | null = null
  private unsent = false
  private stored = true
  private problem: unknown
  private restored = false
  private stamp = 0
  private conflict: Seen['conflict'] = null
  private other: Draft | null = null
  private readonly present = new Set<string>()
  private busy = false
  private shown!: Seen
  private readonly listeners = new Set<() => void>()
  private readonly timers = new Timers<'draw' | 'write' | 'send'>()
  private pushing: Promise<void> = Promise.resolve()
  private end = () => {}
  // What was sent and not answered: the server may have it all the same.
  private readonly tried = new Set<string>()
  private isClosed = false

  private constructor(private readonly parts: Parts) {}

  /** Begins work: finds out what is committed, and what was typed before and by whom it is known. */
  static async open(parts: Parts): Promise<Work> {
    const work = new Work(parts)
    const live = greet(parts.tabs, parts.id, by => work.present.add(by))
    try {
      const [latest, draft] = await Promise.all([parts.server.load(), parts.mayWrite ? parts.server.draft() : null, live.asked])
      await work.begin(latest, draft, live.heard())
    } catch (error) {
      parts.tabs.close()
      throw error
    }
    work.follow()
    return work
  }

  /** Calls back whenever something changed that one sees. */
  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  seen = () => this.shown

  /** Whether something is to be committed at this moment; what one sees follows a little later. */
  hasChanges = () => this.dirty

  /** Takes what was typed. */
  type(text: string) {
    if (text === this.source) return
    this.source = text
    this.at = this.parts.now()
    this.unsent = true
    this.timers.set('draw', drawing, () => this.draw())
    this.timers.set('write', writing, () => this.write())
    this.timers.set('send', sending, () => void this.push(), true)
  }

  /** Takes a text that was not typed in the editor itself, as if it had been. */
  replace(text: string) {
    this.stamp++
    this.type(text)
    this.draw()
  }

  /** Keeps what is waiting to be kept. */
  flush() {
    if (this.timers.waits('write')) this.write()
    if (this.timers.waits('send')) void this.push()
  }

  /** Ends the work of this tab; the text stays where it is kept. */
  close() {
    this.flush()
    this.say({ kind: 'gone' })
    this.timers.clear('draw', 'write', 'send')
    this.end()
    this.isClosed = true
    this.parts.tabs.close()
  }

  /** Looks whether the server knows more than this tab. */
  async check() {
    const [latest, draft] = await Promise.all([this.parts.server.load(), this.parts.mayWrite ? this.parts.server.draft() : null])
    const wasDirty = this.dirty
    this.latest = latest
    if (this.unsent && draft === null) this.sent = null
    else if (this.unsent) this.meet(draft)
    else if (draft !== null && draft.updatedAt !== this.sent) await this.take(draft)
    // Another tab or browser committed or discarded the text.
    else if (!wasDirty || !this.dirty || (draft === null && this.sent !== null)) this.settle(latest)
    if (this.unsent) void this.push()
    this.draw()
  }

  /** Goes back to what is committed. The answer brings the text back. */
  async discard(): Promise<() => Promise<void>> {
    const { source, base, blob } = this
    this.timers.clear('write', 'send')
    await this.pushing
    await this.drop()
    this.settle(this.latest)
    this.say({ kind: 'committed' })
    return async () => {
      Object.assign(this, { base, blob })
      this.replace(source)
    }
  }

  /** Lets go of a text that goes on under another path. */
  async leave() {
    this.timers.clear('write', 'send')
    await this.pushing
    await this.drop()
    this.parts.drawer.write(null)
    Object.assign(this, { source: this.latest.prompt.source ?? '', unsent: false, stamp: this.stamp + 1 })
    this.draw()
  }

  /** Decides between this text and that of another browser. */
  choose(which: 'this' | 'other') {
    const other = this.other
    this.other = null
    if (other === null) return
    this.sent = other.updatedAt
    if (which === 'other') this.adopt({ source: other.source, base: other.base ?? this.base, blob: this.blob, at: this.parts.now(), sent: other.updatedAt, unsent: false })
    else void this.push()
    this.write()
    this.draw()
  }

  /** Commits what is typed. Null where somebody else changed the prompt meanwhile: then the conflict is shown. */
  commit = (message: string, branch?: string, isNew = false, acceptBreaks: string[] = []) =>
    this.alone(async () => {
      if (isNew && branch !== undefined) await this.parts.server.makeBranch(branch)
      return this.attempt(this.source, this.base, message, branch, acceptBreaks)
    })

  /** Commits the text in which a conflict was settled; null text stands for what is there now. */
  resolve = (text: string | null) =>
    this.alone(async () => {
      const { file, message, branch } = this.conflict!
      if (text === null) {
        if (branch === undefined) await this.drop()
        else await this.parts.server.drop(branch)
        this.settle(await this.parts.server.load())
        return null
      }
      const base = await this.baseOf(file, branch)
      // It changed once more: the old text meets the new one.
      if (base === null) return this.attempt(this.source, this.base, message, branch)
      if (branch === undefined) {
        this.stamp++
        Object.assign(this, { source: text, base, blob: file.ours?.blob ?? '', at: this.parts.now(), unsent: true })
        this.write()
      }
      return this.attempt(text, base, message, branch)
    })

  /** Leaves a conflict for later. */
  postpone() {
    const branch = this.conflict?.branch
    if (branch !== undefined) this.quietly(this.parts.server.drop(branch))
    this.conflict = null
    this.draw()
  }

  private get dirty() {
    return this.source !== (this.latest.prompt.source ?? '')
  }

  private async begin(latest: Loaded, draft: Draft | null, live: Copy | null) {
    this.latest = latest
    this.settleOn(latest)
    const local = this.parts.mayWrite ? this.parts.drawer.read() : null
    if (live !== null) this.adopt(live, false)
    else if (local?.unsent) this.adopt(local)
    if (live === null && draft !== null && !this.unsent) await this.take(draft)
    else if (this.unsent) this.meet(draft)
    if (live === null && draft === null && local !== null && !local.unsent) this.parts.drawer.write(null)
    this.restored = this.dirty
    this.shown = this.look()
    if (this.unsent) void this.push()
  }

  private follow() {
    this.parts.tabs.hear(said => said.by !== this.parts.id && this.hear(said))
    this.end = watchPage({ back: () => this.quietly(this.check()), left: () => this.flush(), gone: () => this.say({ kind: 'gone' }) })
  }

  private hear(said: Said) {
    if (said.kind === 'gone') this.present.delete(said.by)
    else this.present.add(said.by)
    if (said.kind === 'hello') this.say(this.dirty ? { kind: 'text', copy: this.copy() } : { kind: 'here' })
    else if (said.kind === 'text' && said.copy.at > this.at) this.adopt(said.copy, false)
    else if (said.kind === 'text' && said.copy.at === this.at) this.sent = said.copy.sent
    else if (said.kind === 'committed') this.quietly(this.check())
    // The tab that typed has gone, perhaps before it sent everything.
    else if (said.kind === 'gone' && this.dirty) {
      this.unsent = true
      void this.push()
    }
    this.draw()
  }

  private adopt(copy: Copy, isMine = true) {
    if (copy.source !== this.source) this.stamp++
    Object.assign(this, copy)
    // The tab that typed it sends it.
    if (!isMine) this.unsent = false
  }

  private async take(draft: Draft) {
    // A tab may have kept a text that another one committed in the same moment.
    if (draft.source === this.latest.prompt.source) {
      this.settleOn(this.latest)
      Object.assign(this, { sent: draft.updatedAt, unsent: true })
      return
    }
    const base = draft.base ?? this.base
    const blob = base === this.latest.prompt.commit ? this.latest.prompt.blob : await this.parts.server.load(`sha:${base}`).then(found => found.prompt.blob, () => '')
    this.adopt({ source: draft.source, base, blob, at: this.parts.now(), sent: draft.updatedAt, unsent: false })
    this.write()
  }

  // What the server has of this person may have come from another browser.
  private meet(draft: Draft | null) {
    if (draft === null || draft.updatedAt === this.sent) return
    if (draft.source === this.source || this.tried.has(draft.source)) this.sent = draft.updatedAt
    else this.other = draft
  }

  private settle(now: Loaded) {
    this.latest = now
    if (this.source !== (now.prompt.source ?? '')) this.stamp++
    this.settleOn(now)
    this.timers.clear('write', 'send')
    this.parts.drawer.write(null)
    this.draw()
  }

  private settleOn({ prompt }: Loaded) {
    Object.assign(this, { source: prompt.source ?? '', base: prompt.commit, blob: prompt.blob, sent: null, unsent: false, problem: undefined, restored: false, conflict: null, other: null })
  }

  private write() {
    this.timers.clear('write')
    // What this tab still sends may not touch what the next one keeps.
    if (!this.parts.mayWrite || this.isClosed) return
    const copy = this.copy()
    this.stored = this.parts.drawer.write(this.dirty ? copy : null)
    this.say({ kind: 'text', copy })
  }

  private copy = (): Copy => ({ source: this.source, base: this.base, blob: this.blob, at: this.at, sent: this.sent, unsent: this.unsent })

  /** Brings the text to the server; one after the other, and never over a text that nobody decided about. */
  private push(): Promise<void> {
    this.timers.clear('send')
    this.pushing = this.pushing.then(() => this.pushNow())
    return this.pushing
  }

  private async pushNow() {
    if (!this.unsent || !this.parts.mayWrite || this.other !== null) return
    const { source, base } = this
    try {
      this.tried.add(source)
      if (this.dirty) this.sent = (await this.parts.server.keep(source, base)).updatedAt
      else if (this.sent !== null) {
        await this.drop()
      }
      this.tried.clear()
      this.unsent = this.source !== source
      this.problem = undefined
    } catch (error) {
      this.problem = error
    }
    this.write()
    this.draw()
  }

  private async drop() {
    if (this.sent !== null) await this.parts.server.drop()
    this.sent = null
  }

  private async attempt(source: string, base: string, message: string, branch: string | undefined, acceptBreaks: string[] = []): Promise<Saved | null> {
    const { server } = this.parts
    await this.pushing
    const kept = await server.keep(source, base, branch)
    if (branch === undefined) Object.assign(this, { sent: kept.updatedAt, unsent: this.source !== source, problem: undefined })
    try {
      const saved = await server.commit(message, branch, acceptBreaks)
      await this.committed(source, branch)
      return saved
    } catch (error) {
      const file = error instanceof ApiError && (error.code === 'stale_prompt' || error.status === 412) ? error.merge[0] : undefined
      if (file === undefined) throw error
      this.conflict = { file, message, branch }
      return null
    }
  }

  private async committed(source: string, branch: string | undefined) {
    this.conflict = null
    if (branch !== undefined) await this.drop()
    const now = await this.parts.server.load()
    // What was typed while the commit was under way goes on from it.
    if (this.source === source || branch !== undefined) this.settle(now)
    else Object.assign(this, { latest: now, base: now.prompt.commit, blob: now.prompt.blob, sent: null, unsent: true })
    this.say({ kind: 'committed' })
  }

  // The commit that has the text which was merged with; null where it has another text by now.
  private async baseOf(file: MergedFile, branch: string | undefined): Promise<string | null> {
    if (file.ours == null) return this.parts.server.head(branch)
    const there = await this.parts.server.load(branch)
    if (branch === undefined) this.latest = there
    return there.prompt.blob === file.ours.blob ? there.prompt.commit : null
  }

  private async alone<T>(act: () => Promise<T>): Promise<T> {
    this.busy = true
    this.draw()
    try {
      return await act()
    } finally {
      this.busy = false
      this.draw()
    }
  }

  // The server is asked again when it is back.
  private quietly = (asked: Promise<unknown>) => void asked.catch(() => {})

  private say = (said: Told) => this.isClosed || this.parts.tabs.say({ ...said, by: this.parts.id })

  private draw() {
    this.timers.clear('draw')
    this.shown = this.look()
    for (const listener of this.listeners) listener()
  }

  private look(): Seen {
    const { latest, source, stamp, problem, restored, conflict, other, busy, dirty } = this
    const late = dirty && this.blob !== latest.prompt.blob
    return { latest, source, stamp, dirty, kept: this.keptAt(), problem, restored: restored && dirty, late, conflict, other, elsewhere: this.present.size > 0, busy }
  }

  private keptAt(): Kept {
    if (!this.dirty) return 'committed'
    if (!this.unsent) return 'server'
    if (this.problem === undefined && this.other === null) return 'saving'
    return this.stored ? 'browser' : 'nowhere'
  }
}
