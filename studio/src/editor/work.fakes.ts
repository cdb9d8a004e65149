import { ApiError, type MergedFile } from '../api/errors'
import type { Loaded } from '../api/queries'
import type { Copy } from './copy'
import type { Draft, Saved, Server } from './server'
import type { Said, Tabs } from './tabs'
import type { Parts } from './work'

/** A server with one prompt, for tests. */
export class FakeServer implements Server {
  kept: Draft | null = null
  isAway = false
  isDeaf = false
  refusal: Error | null = null
  private readonly history: string[]
  private time = 0

  constructor(source: string) {
    this.history = [source]
  }

  get source() {
    return this.history.at(-1)!
  }

  commitFor = (source: string) => void this.history.push(source)

  keepFor(source: string) {
    this.kept = { branch: 'main', path: 'p', base: 'c0', format: null, source, updatedAt: `t${++this.time}` }
    return this.kept
  }

  load = async (at?: string): Promise<Loaded> => {
    this.answer()
    const index = at?.startsWith('sha:') ? Number(at.slice(5)) : this.history.length - 1
    return { prompt: { source: this.history[index], commit: `c${index}`, blob: `b${this.history[index]}` } as Loaded['prompt'], tag: null }
  }

  head = async () => `c${this.history.length - 1}`

  makeBranch = async () => {}

  draft = async () => {
    this.answer()
    return this.kept
  }

  keep = async (source: string, base: string): Promise<Draft> => {
    this.answer()
    if (this.isDeaf) return new Promise(() => {})
    return (this.kept = { ...this.keepFor(source), base })
  }

  drop = async () => {
    this.answer()
    this.kept = null
  }

  commit = async (): Promise<Saved> => {
    this.answer()
    await Promise.resolve()
    if (this.refusal !== null) throw this.refusal
    const { source, base } = this.kept!
    if (`b${this.history[Number(base!.slice(1))]}` !== `b${this.source}`) throw new ApiError(409, { code: 'stale_prompt', merge: [this.met(source)] })
    this.history.push(source)
    this.kept = null
    return { version: this.history.length } as Saved
  }

  private met(text: string): MergedFile {
    const side = (source: string) => ({ path: 'p', blob: `b${source}`, text: source })
    return { path: 'p', reason: 'contents', clean: false, ours: side(this.source), theirs: side(text), pieces: [{ kind: 'conflict', base: '', ours: this.source, theirs: text, oursLine: 1, theirsLine: 1 }] }
  }

  private answer() {
    if (this.isAway) throw new TypeError('fetch failed')
  }
}

/** A browser with its tabs, for tests. */
export class Room {
  drawer: Copy | null = null
  private readonly tabs = new Set<(said: Said) => void>()
  private made = 0

  parts(server: Server): Parts {
    return { server, drawer: { read: () => this.drawer, write: copy => ((this.drawer = copy), true) }, tabs: this.line(), mayWrite: true, now: Date.now, id: `tab ${++this.made}` }
  }

  private line(): Tabs {
    let mine = (_: Said) => {}
    const hear = (said: Said) => mine(said)
    this.tabs.add(hear)
    return {
      say: said => {
        for (const tab of this.tabs) if (tab !== hear) queueMicrotask(() => tab(structuredClone(said)))
      },
      hear: listener => (mine = listener),
      close: () => void this.tabs.delete(hear),
    }
  }
}
