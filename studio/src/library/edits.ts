import { api, take } from '../api/client'
import { queries, refresh, type Project, type PromptItem } from '../api/queries'
import { toast } from '../app/toasts'
import { count } from '../lib/text'
import { filesByPrompt, groupsBy, inFolder, movesInMessages, planMoves, reversed, type FileMove } from './moves'

/** The project that is worked in. */
export type Place = { organisation: string; project: string }

/** How an alias is moved: to a number's own latest, to where another alias stands, or away. */
export type AliasWish = { alias: string; from?: string; remove?: boolean }

const messageLimit = 15_000
const projectPath = '/api/v1/orgs/{organisation}/projects/{project}' as const

/** `support/answer`, or `3 prompts`. */
export const named = (items: { path: string }[]) => (items.length === 1 ? items[0]!.path : count(items.length, 'prompt'))

// Shows a change at once; what the server says follows.
function show({ organisation, project }: Place, change: (items: PromptItem[]) => PromptItem[]) {
  queries.setQueryData<PromptItem[]>(['prompts', organisation, project], items => items && change(items))
}

function showEach(place: Place, items: PromptItem[], change: (item: PromptItem) => PromptItem) {
  const ids = new Set(items.map(({ id }) => id))
  show(place, all => all.map(item => (ids.has(item.id) ? change(item) : item)))
}

/** Does something to the server and asks it again, also where it refused. */
async function doing(place: Place, act: () => Promise<void>) {
  try {
    await act()
  } finally {
    await refresh(place.organisation, place.project)
  }
}

type Annotation = { tags?: string[]; addTags?: string[]; removeTags?: string[]; category?: string; clear?: string[] }

const annotate = (place: Place, items: PromptItem[], change: Annotation) =>
  take(api.POST(`${projectPath}/annotations`, { params: { path: place }, body: { paths: items.map(({ path }) => path), ...change } }))

/** Adds and removes tags. */
export async function editTags(place: Place, items: PromptItem[], add: string[], remove: string[]) {
  showEach(place, items, item => ({ ...item, tags: [...new Set([...item.tags, ...add])].filter(tag => !remove.includes(tag)) }))
  await doing(place, async () => void (await annotate(place, items, { ...(add.length > 0 ? { addTags: add } : {}), ...(remove.length > 0 ? { removeTags: remove } : {}) })))
  toast(`Changed the tags of ${named(items)}`, () =>
    doing(place, async () => {
      for (const group of groupsBy(items, item => item.tags)) await annotate(place, group, { tags: group[0]!.tags })
    }),
  )
}

/** Sets the category; '' goes back to what the file says. */
export async function editCategory(place: Place, items: PromptItem[], category: string) {
  const set = (value: string | null | undefined): Annotation => (value == null || value === '' ? { clear: ['category'] } : { category: value })
  showEach(place, items, item => ({ ...item, category: category === '' ? null : category }))
  await doing(place, async () => void (await annotate(place, items, set(category))))
  toast(category === '' ? `Took the category away from ${named(items)}` : `Put ${named(items)} into ${category}`, () =>
    doing(place, async () => {
      for (const group of groupsBy(items, item => item.category)) await annotate(place, group, set(group[0]!.category))
    }),
  )
}

/** Moves an alias, and offers to move it back to where it was on each. */
export async function editAlias(place: Place, items: PromptItem[], { alias, from, remove }: AliasWish) {
  const move = (paths: PromptItem[], how: { version?: number; from?: string; remove?: boolean }) =>
    take(api.POST(`${projectPath}/aliases/{alias}`, { params: { path: { ...place, alias } }, body: { paths: paths.map(({ path }) => path), ...how } }))
  await doing(place, async () => void (await move(items, remove ? { remove } : from === undefined ? {} : { from })))
  toast(remove ? `Removed ${alias} from ${named(items)}` : `Moved ${alias} on ${named(items)}`, () =>
    doing(place, async () => {
      for (const group of groupsBy(items, item => item.aliases[alias])) {
        const version = group[0]!.aliases[alias]
        if (version !== undefined || !remove) await move(group, version === undefined ? { remove: true } : { version })
      }
    }),
  )
}

type Tip = { head: string; files: { path: string; blob: string; role: string }[] }

/** The files of the default branch, and the commit that they are of. */
export async function readTip(place: Place): Promise<Tip> {
  const project: Project = await take(api.GET(projectPath, { params: { path: place } }))
  const branch = await api.GET(`${projectPath}/branches/{branch}`, { params: { path: { ...place, branch: project.defaultBranch } } })
  // A project without a commit has no branch yet.
  if (branch.response.status === 404) return { head: '', files: [] }
  const { head } = await take(Promise.resolve(branch))
  const { items } = await take(api.GET(`${projectPath}/tree`, { params: { path: place, query: { ref: `sha:${head}` } } }))
  return { head, files: items }
}

type FileChange = { path: string; delete?: boolean; blob?: string }

const commit = (place: Place, expectedHead: string, message: string, changes: FileChange[]) =>
  take(api.POST(`${projectPath}/commits`, { params: { path: place }, body: { message, changes, ...(expectedHead === '' ? {} : { expectedHead }) } }))

/** Deletes prompts with one commit; the way back is its revert. */
export async function deletePrompts(place: Place, items: PromptItem[]) {
  const ids = new Set(items.map(({ id }) => id))
  await doing(place, async () => {
    const { head, files } = await readTip(place)
    const known = filesByPrompt(files)
    const gone = items.flatMap(({ path }) => known.get(path) ?? [])
    const answer = await commit(place, head, `Delete ${named(items)}`, gone.map(({ path }) => ({ path, delete: true })))
    show(place, all => all.filter(({ id }) => !ids.has(id)))
    toast(`Deleted ${named(items)}`, () =>
      doing(place, async () => {
        await take(api.POST(`${projectPath}/reverts`, { params: { path: place }, body: { commit: answer.head! } }))
      }),
    )
  })
}

async function moveFiles(place: Place, title: string, moves: FileMove[], head: string) {
  let expected = head
  for (const part of movesInMessages(title, moves, messageLimit)) {
    const changes = part.moves.flatMap(({ from, to, blob }) => [{ path: from, delete: true }, { path: to, blob }])
    expected = (await commit(place, expected, part.message, changes)).head ?? ''
  }
}

/** Moves prompts to a folder: they keep ids, numbers and aliases, and their old paths lead to them. */
export async function movePrompts(place: Place, items: PromptItem[], folder: string) {
  await doing(place, async () => {
    const { head, files } = await readTip(place)
    const moves = planMoves(files, items.map(({ path }) => path), folder)
    if (moves.length === 0) return
    showEach(place, items, item => ({ ...item, path: inFolder(folder, item.path) }))
    const where = folder === '' ? 'the top' : folder
    await moveFiles(place, `Move ${named(items)} to ${where}`, moves, head)
    toast(`Moved ${named(items)} to ${where}`, () =>
      doing(place, async () => {
        await moveFiles(place, `Move ${named(items)} back`, reversed(moves), (await readTip(place)).head)
      }),
    )
  })
}

/** Moves one prompt to a path of its own. */
export async function renamePrompt(place: Place, item: PromptItem, to: string) {
  const move = (path: string, wanted: string) => take(api.POST(`${projectPath}/prompts/{path}/move`, { params: { path: { ...place, path } }, body: { to: wanted } }))
  await doing(place, async () => void (await move(item.path, to)))
  toast(`Moved ${item.path} to ${to}`, () => doing(place, async () => void (await move(to, item.path))))
}

/** Moves a folder with everything in it. */
export async function moveFolder(place: Place, folder: string, to: string) {
  const move = (path: string, wanted: string) => take(api.POST(`${projectPath}/folders/{path}/move`, { params: { path: { ...place, path } }, body: { to: wanted } }))
  await doing(place, async () => void (await move(folder, to)))
  toast(`Moved the folder ${folder} to ${to}`, () => doing(place, async () => void (await move(to, folder))))
}
