import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { api, take } from '../api/client'
import type { components } from '../api/schema'
import { editorLink, libraryLink } from '../app/links'
import { useSession } from '../app/session'
import { Shell } from '../app/Shell'
import { Empty, Failed, Loading } from '../ui/states'
import { filters, isEmpty, marked, readQuery, writeQuery, type Query } from './query'
import './search.css'

type Hit = components['schemas']['SearchPage']['items'][number]

const pause = 250
const pageSize = 50
const names: Record<(typeof filters)[number], string> = { tag: 'Tag', category: 'Category', alias: 'Alias', author: 'Author', model: 'Model', layer: 'Layer', folder: 'Folder' }

/** What the server finds in names, texts, descriptions and tags: of one project, or of all. */
export default function Search({ project, only }: { project: string; only: boolean }) {
  const [here, go] = useLocation()
  const address = useSearch()
  const [query, setQuery] = useState(() => readQuery(address))
  const [asked, setAsked] = useState(query)
  const [open, setOpen] = useState(() => Object.keys(query.filters).length > 0)

  // The server is asked when the typing pauses, and the address says what was asked.
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(query)
      const wanted = writeQuery(query)
      if (wanted !== writeQuery(readQuery(location.search))) go(`${here}${wanted}`, { replace: true })
    }, pause)
    return () => clearTimeout(timer)
  }, [query, here, go])

  // Somebody else changed the address: the palette, or the way back.
  useEffect(() => {
    if (address !== writeQuery(query).slice(1)) setQuery(now => (writeQuery(now) === writeQuery(readQuery(address)) ? now : readQuery(address)))
    // Only the address counts here; what is typed reaches it by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [address])

  const crumbs = only ? [{ name: project, to: libraryLink(project) }, { name: 'Search' }] : [{ name: 'Search in all projects' }]
  return (
    <Shell project={project} crumbs={crumbs}>
      <div className="search page">
        <div className="row">
          <input
            type="search"
            className="field grow"
            aria-label={only ? `Search the texts of ${project}` : 'Search the texts of all projects'}
            placeholder="Words of a prompt"
            autoFocus
            value={query.q}
            onChange={event => setQuery({ ...query, q: event.target.value })}
          />
          <button type="button" aria-expanded={open} aria-controls="search-filters" onClick={() => setOpen(!open)}>
            Filters
          </button>
          {only && <Link href={`/search${writeQuery(query)}`}>In all projects</Link>}
        </div>
        {open && (
          <div id="search-filters" className="search-filters">
            {filters.map(name => (
              <label key={name}>
                <span className="small quiet">{names[name]}</span>
                <input className="field" value={query.filters[name] ?? ''} onChange={event => setQuery({ ...query, filters: { ...query.filters, [name]: event.target.value } })} />
              </label>
            ))}
          </div>
        )}
        {isEmpty(asked) ? (
          <Empty title="Search every text" text="Words must all be there. “In quotes” they stand after each other, -word leaves out, and ref* finds what begins so." />
        ) : (
          <Hits project={only ? project : undefined} query={asked} />
        )}
      </div>
    </Shell>
  )
}

function Hits({ project, query }: { project: string | undefined; query: Query }) {
  const { organisation } = useSession()
  const text = writeQuery(query)
  const hits = useInfiniteQuery({
    queryKey: ['search', organisation, project ?? '', text],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => ask(organisation, project, query, pageParam, signal),
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
  })
  if (hits.error) return <Failed error={hits.error} again={() => void hits.refetch()} />
  if (hits.data === undefined) return <Loading what="Searching" />
  const items = hits.data.pages.flatMap(page => page.items)
  if (items.length === 0) return <Empty title="Nothing has these words" text="Leave one out, or write its beginning with a star: refun*." />
  return (
    <>
      <p className="quiet small" role="status">
        {items.length.toLocaleString('en')}
        {hits.hasNextPage ? ' best matches' : items.length === 1 ? ' prompt' : ' prompts'}
      </p>
      <ol className="hits" aria-label="Found prompts" aria-busy={hits.isPlaceholderData}>
        {items.map(item => (
          <Found key={`${item.project} ${item.path}`} item={item} withProject={project === undefined} />
        ))}
      </ol>
      {hits.hasNextPage && (
        <button type="button" disabled={hits.isFetchingNextPage} onClick={() => void hits.fetchNextPage()}>
          Show more
        </button>
      )}
    </>
  )
}

function ask(organisation: string, project: string | undefined, { q, filters: wanted }: Query, after: string | undefined, signal: AbortSignal) {
  const exact = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''))
  const query = { ...exact, limit: pageSize, ...(q.trim() === '' ? {} : { q: q.trim() }), ...(after === undefined ? {} : { after }) }
  return project === undefined
    ? take(api.GET('/api/v1/orgs/{organisation}/search', { params: { path: { organisation }, query }, signal }))
    : take(api.GET('/api/v1/orgs/{organisation}/projects/{project}/search', { params: { path: { organisation, project }, query }, signal }))
}

function Found({ item, withProject }: { item: Hit; withProject: boolean }) {
  const path = item.highlights.find(({ field }) => field === 'path')
  const others = item.highlights.filter(({ field }) => field !== 'path')
  return (
    <li className="hit">
      <p className="row">
        <Link href={editorLink(item.project, item.path)} className="hit-name">
          {path !== undefined && path.excerpt === item.path ? <Marked {...path} /> : item.path}
        </Link>
        {withProject && <span className="chip">{item.project}</span>}
        {item.layer != null && <span className="chip">{item.scope == null ? item.layer : `${item.layer} ${item.scope}`}</span>}
        <span className="quiet small">v{item.version}</span>
      </p>
      {item.description != null && !others.some(({ field }) => field === 'description') && <p className="quiet">{item.description}</p>}
      {others.map((highlight, index) => (
        <p key={index} className="hit-text">
          <span className="quiet small">{highlight.field}</span> <Marked {...highlight} />
        </p>
      ))}
    </li>
  )
}

const Marked = ({ excerpt, spans }: { excerpt: string; spans: { start: number; length: number }[] }) =>
  marked(excerpt, spans).map(({ text, mark }, index) => (mark ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))
