import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { api, take } from '../api/client'
import { inWords } from '../api/errors'
import { refresh } from '../api/queries'
import { editorLink } from '../app/links'
import { useSession } from '../app/session'
import { toast } from '../app/toasts'
import { Sheet } from '../ui/Sheet'

const dialects = ['jinja', 'liquid', 'mustache', 'variables', 'text']

/** Creates a prompt and opens it. */
export function NewPrompt({ project, open, onOpen }: { project: string; open: boolean; onOpen: (open: boolean) => void }) {
  return (
    <Sheet open={open} onOpen={onOpen} title="New prompt" about="A path groups prompts in folders, for example support/answer.">
      <Form project={project} done={() => onOpen(false)} />
    </Sheet>
  )
}

function Form({ project, done }: { project: string; done: () => void }) {
  const { organisation } = useSession()
  const [, go] = useLocation()
  const [path, setPath] = useState('')
  const [dialect, setDialect] = useState('jinja')
  const [error, setError] = useState<unknown>()
  const words = error === undefined ? undefined : inWords(error)

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      await take(
        api.PUT('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}', {
          params: { path: { organisation, project, path }, header: { 'If-None-Match': '*' } },
          body: { template: 'Write the prompt here.\n', dialect, message: `Create ${path}` },
        }),
      )
      await refresh(organisation, project)
      done()
      toast(`Created ${path}`)
      go(editorLink(project, path))
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <form className="column" onSubmit={event => void submit(event)}>
      <label htmlFor="new-path">Path</label>
      <input id="new-path" className="field mono" autoFocus required spellCheck={false} value={path} onChange={event => setPath(event.target.value)} />
      <label htmlFor="new-dialect">Language of its template</label>
      <select id="new-dialect" className="field" value={dialect} onChange={event => setDialect(event.target.value)}>
        {dialects.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
      {words && (
        <p role="alert" className="bad-text">
          {words.what} {words.hint}
        </p>
      )}
      <button type="submit" className="primary">
        Create
      </button>
    </form>
  )
}
