import { useState } from 'react'
import { useLocation } from 'wouter'
import { api, take } from '../api/client'
import { refresh } from '../api/queries'
import { editorLink } from '../app/links'
import { useSession } from '../app/session'
import { toast } from '../app/toasts'
import { FormError } from '../ui/FormError'
import { Sheet } from '../ui/Sheet'
import { useSubmit } from '../ui/useSubmit'

export const dialects = ['jinja', 'liquid', 'mustache', 'variables', 'text']

/** Creates a prompt and opens it: on a branch, or on the default one. */
export function NewPrompt({ project, branch, open, onOpen }: { project: string; branch?: string | undefined; open: boolean; onOpen: (open: boolean) => void }) {
  return (
    <Sheet open={open} onOpen={onOpen} title="New prompt" about="A path groups prompts in folders, for example support/answer.">
      <Form project={project} branch={branch} done={() => onOpen(false)} />
    </Sheet>
  )
}

function Form({ project, branch, done }: { project: string; branch: string | undefined; done: () => void }) {
  const { organisation } = useSession()
  const [, go] = useLocation()
  const [path, setPath] = useState('')
  const [dialect, setDialect] = useState('jinja')

  const { busy, error, submit } = useSubmit(async () => {
    await take(
      api.PUT('/api/v1/orgs/{organisation}/projects/{project}/prompts/{path}', {
        params: { path: { organisation, project, path }, header: { 'If-None-Match': '*' } },
        body: { template: 'Write the prompt here.\n', dialect, message: `Create ${path}`, ...(branch === undefined ? {} : { branch }) },
      }),
    )
    await refresh(organisation, project)
    done()
    toast(branch === undefined ? `Created ${path}` : `Created ${path} on ${branch}`)
    go(editorLink(project, path, branch))
  })

  return (
    <form className="column" onSubmit={submit}>
      <label htmlFor="new-path">Path</label>
      <input id="new-path" className="field mono" autoFocus required spellCheck={false} value={path} onChange={event => setPath(event.target.value)} />
      <label htmlFor="new-dialect">Language of its template</label>
      <select id="new-dialect" className="field" value={dialect} onChange={event => setDialect(event.target.value)}>
        {dialects.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <FormError error={error} />
      <button type="submit" className="primary" disabled={busy}>
        Create
      </button>
    </form>
  )
}
