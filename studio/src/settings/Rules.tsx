import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, take } from '../api/client'
import { queries } from '../api/queries'
import { useSession } from '../app/session'
import { toast } from '../app/toasts'
import { FormError } from '../ui/FormError'
import { Failed, Loading } from '../ui/states'
import { toForm, toRule, withRule, type RuleForm, type RuleSet } from './ruleForm'

const layers: [string, string][] = [
  ['', 'all prompts that have no rule of their own'],
  ['system', 'the layer system'],
  ['tenant', 'the layer tenant'],
  ['feature', 'the layer feature'],
  ['agent', 'the layer agent'],
  ['user', 'the layer user'],
]

/** What the organisation asks of its prompts' texts. */
export function Rules() {
  const { organisation } = useSession()
  const rules = useQuery({ queryKey: ['rules', organisation], queryFn: () => take(api.GET('/api/v1/orgs/{organisation}/rules', { params: { path: { organisation } } })), refetchOnWindowFocus: false })
  const [layer, setLayer] = useState('')
  if (rules.data === undefined) return rules.error ? <Failed error={rules.error} again={() => void rules.refetch()} /> : <Loading what="Loading the rules" />
  const own = layer === '' ? rules.data.default : rules.data.layers?.[layer]
  return (
    <>
      <p className="quiet">They hold for what is written from now on. Stored versions stay as they are.</p>
      <label className="column">
        Rules for
        <select className="field" value={layer} onChange={event => setLayer(event.target.value)}>
          {layers.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
              {id !== '' && rules.data.layers?.[id] ? ' (has rules)' : ''}
            </option>
          ))}
        </select>
      </label>
      <Form key={`${layer} ${JSON.stringify(own)}`} rules={rules.data} layer={layer} />
    </>
  )
}

function Form({ rules, layer }: { rules: RuleSet; layer: string }) {
  const { organisation, permissions } = useSession()
  const mayManage = permissions.includes('manage')
  const before = toForm((layer === '' ? rules.default : rules.layers?.[layer]) ?? undefined)
  const [form, setForm] = useState(before)
  const [error, setError] = useState<unknown>()
  const dirty = JSON.stringify(form) !== JSON.stringify(before)
  const field = (name: keyof RuleForm) => ({ id: `rule-${name}`, className: 'field', disabled: !mayManage, value: form[name], onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }) })

  async function put(wanted: RuleSet) {
    queries.setQueryData(['rules', organisation], await take(api.PUT('/api/v1/orgs/{organisation}/rules', { params: { path: { organisation } }, body: wanted })))
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      await put(withRule(rules, layer, toRule(form)))
      toast('Changed the rules', () => put(rules))
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <form className="panel rule-form" onSubmit={event => void submit(event)}>
      <label htmlFor="rule-maxLength">Characters at most</label>
      <input type="number" min={1} {...field('maxLength')} />
      <label htmlFor="rule-maxTokens">Tokens at most, by estimate</label>
      <input type="number" min={1} {...field('maxTokens')} />
      <label htmlFor="rule-forbiddenPhrases">Phrases that must not occur, one a line</label>
      <textarea rows={3} {...field('forbiddenPhrases')} />
      <label htmlFor="rule-requiredPhrases">Phrases that must occur, one a line</label>
      <textarea rows={3} {...field('requiredPhrases')} />
      <label htmlFor="rule-allowedModels">Models that are allowed, one a line; a star stands for anything</label>
      <textarea rows={3} {...field('allowedModels')} />
      <label htmlFor="rule-severity">What breaks a rule</label>
      <select {...field('severity')}>
        <option value="error">is refused</option>
        <option value="warning">is taken with a warning</option>
        <option value="info">is taken with a note</option>
      </select>
      <FormError error={error} />
      {mayManage ? (
        <div className="row sheet-foot">
          <button type="submit" className="primary" disabled={!dirty}>
            Save the rules
          </button>
        </div>
      ) : (
        <p className="quiet">Changing rules takes the permission manage.</p>
      )}
    </form>
  )
}
