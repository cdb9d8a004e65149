import type { components } from '../api/schema'

/** What an organisation asks of texts, as the server has it. */
export type RuleSet = components['schemas']['RulesDocument']
export type Rule = NonNullable<RuleSet['default']>

/** The same as somebody types it: lists have a line each. */
export type RuleForm = { maxLength: string; maxTokens: string; forbiddenPhrases: string; requiredPhrases: string; allowedModels: string; severity: string }

const lines = (text: string) => text.split('\n').map(line => line.trim()).filter(line => line !== '')
const list = (text: string) => (lines(text).length === 0 ? undefined : lines(text))
const number = (text: string) => (text.trim() === '' ? undefined : Number(text))

/** Shows a rule. */
export const toForm = (rule: Rule | undefined): RuleForm => ({
  maxLength: rule?.maxLength?.toString() ?? '',
  maxTokens: rule?.maxTokens?.toString() ?? '',
  forbiddenPhrases: rule?.forbiddenPhrases?.join('\n') ?? '',
  requiredPhrases: rule?.requiredPhrases?.join('\n') ?? '',
  allowedModels: rule?.allowedModels?.join('\n') ?? '',
  severity: rule?.severity ?? 'error',
})

/** Reads a rule; one that asks for nothing is none. */
export function toRule(form: RuleForm): Rule | undefined {
  const asked = {
    maxLength: number(form.maxLength),
    maxTokens: number(form.maxTokens),
    forbiddenPhrases: list(form.forbiddenPhrases),
    requiredPhrases: list(form.requiredPhrases),
    allowedModels: list(form.allowedModels),
  }
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Rule
  return Object.keys(said).length === 0 ? undefined : { ...said, severity: form.severity }
}

/** The rules with one of them replaced: '' is the one for everything that has none of its own. */
export function withRule(rules: RuleSet, layer: string, rule: Rule | undefined): RuleSet {
  const { default: everywhere, layers, ...rest } = rules
  const others = { ...(layers ?? {}) }
  if (layer !== '') {
    delete others[layer]
    if (rule !== undefined) others[layer] = rule
  }
  const first = layer === '' ? rule : everywhere
  return { ...rest, ...(first === undefined ? {} : { default: first }), ...(Object.keys(others).length === 0 ? {} : { layers: others }) }
}
