// Asks for what the first screen needs while the screens are still on their way: this file is small and comes first. What it got waits in
// `quireEarly` until the client asks for the same address. It stands alone, so that nothing else has to be loaded for it.

const early = new Map<string, Promise<Response>>()

const base = new URL(document.baseURI)
const [place, project, view, ...rest] = location.pathname.slice(base.pathname.length).split('/')

// What follows from an answer is asked for before the client gets the answer, or it would ask for the same.
function ask(path: string, next?: (answer: Response) => Promise<void>) {
  const url = new URL(path, base).href
  const answer = fetch(url, { credentials: 'same-origin' }).then(async response => {
    if (response.ok) await next?.(response.clone()).catch(() => {})
    return response
  })
  answer.catch(() => early.delete(url))
  early.set(url, answer)
}

async function askForScreen(me: Response) {
  if (place !== 'projects' || !project) return
  const { organisation } = (await me.json()) as { organisation: string }
  const projects = `api/v1/orgs/${encodeURIComponent(organisation)}/projects`
  const prompts = `${projects}/${project}/prompts`
  if (view === undefined || view === '') ask(`${prompts}?limit=1000`)
  if (view === 'edit') askForPrompt(projects, `${prompts}/${rest.join('%2F')}`, new URLSearchParams(location.search).get('branch'))
}

// The editor reads the prompt at the tip of the branch that the address names, or of the default one, which the list of projects tells.
function askForPrompt(projects: string, prompt: string, named: string | null) {
  ask(projects, async answer => {
    const { items } = (await answer.json()) as { items: { name: string; defaultBranch: string }[] }
    const branch = items.find(({ name }) => encodeURIComponent(name) === project)?.defaultBranch
    if (!named && branch !== undefined) ask(`${prompt}?ref=${encodeURIComponent(branch)}`)
  })
  if (named) ask(`${prompt}?ref=${encodeURIComponent(named)}`)
}

// Where the client was faster, it has asked by itself.
if (globalThis.quireEarly === undefined) {
  globalThis.quireEarly = early
  if (view === 'edit') void import('./editor/Editor')
  ask('api/v1/me', askForScreen)
}
