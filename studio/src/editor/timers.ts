/** Things to do a little later, each known by a name. */
export class Timers<Name extends string> {
  private readonly running: { [name in Name]?: ReturnType<typeof setTimeout> } = {}

  /** Whether something of this name is to be done. */
  waits = (name: Name) => this.running[name] !== undefined

  /** Does it after a pause. What waits already is not put off, unless `anew` begins the pause again. */
  set(name: Name, pause: number, act: () => void, anew = false) {
    if (anew) this.clear(name)
    this.running[name] ??= setTimeout(() => {
      delete this.running[name]
      act()
    }, pause)
  }

  /** Does not do it after all. */
  clear(...names: Name[]) {
    for (const name of names) {
      clearTimeout(this.running[name])
      delete this.running[name]
    }
  }
}
