// Asks for what the first screen needs while the screens are still on their way: this file is small and comes first. What it got waits in
// `quireEarly` until the client asks for the same address. It stands alone, so that nothing else has to be loaded for it.

const early = new Map<string, Promise<Response>>()
globalThis.quireEarly = early

const base = new URL(document.baseURI)
const [place, project, view, ...rest] = location.pathname.slice(base.pathname.length).split('/')

function ask(path: string) {
  const url = new URL(path, base).href
  const answer = fetch(url, { credentials: 'same-origin' })
  answer.catch(() => early.delete(url))
  early.set(url, answer)
  return answer
}

async function start() {
  const me = await ask('api/v1/me')
  if (!me.ok || place !== 'projects' || !project) return
  const { organisation } = (await me.clone().json()) as { organisation: string }
  const prompts = `api/v1/orgs/${encodeURIComponent(organisation)}/projects/${project}/prompts`
  if (view === undefined || view === '') void ask(`${prompts}?limit=1000`)
  if (view === 'edit') await askForPrompt(organisation, `${prompts}/${rest.join('%2F')}`, new URLSearchParams(location.search).get('branch'))
}

// The editor reads the prompt at the tip of the branch that the address names, or of the default one, which the list of projects tells.
async function askForPrompt(organisation: string, prompt: string, named: string | null) {
  const asked = ask(`api/v1/orgs/${encodeURIComponent(organisation)}/projects`)
  if (named) return void ask(`${prompt}?ref=${encodeURIComponent(named)}`)
  const projects = await asked
  if (!projects.ok) return
  const { items } = (await projects.clone().json()) as { items: { name: string; defaultBranch: string }[] }
  const branch = items.find(({ name }) => encodeURIComponent(name) === project)?.defaultBranch
  if (branch !== undefined) void ask(`${prompt}?ref=${encodeURIComponent(branch)}`)
}

if (view === 'edit') void import('./editor/Editor')
start().catch(() => {})
