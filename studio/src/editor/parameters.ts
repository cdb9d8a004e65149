/** What a prompt asks of one of its variables. */
export type Parameter = { name: string; type: string; required: boolean; isDeclared: boolean; description?: string; fallback?: unknown; choices?: unknown[] }

/** The variables of a prompt: those that its head declares, and those that the text reads. */
export function parametersOf(head: Record<string, unknown> | null, read: string[]): Parameter[] {
  const { properties, required } = schemaOf(head?.['variables'])
  const declared = Object.entries(properties).map(([name, schema]) => parameter(name, schema, required))
  const others = read.filter(name => !(name in properties)).map(name => ({ name, type: 'any', required: false, isDeclared: false }))
  return [...declared, ...others]
}

/** What `variables` becomes where one more variable is declared as a text. */
export function declared(variables: unknown, name: string): Record<string, unknown> {
  const old = isRecord(variables) ? variables : {}
  if (isSchema(old)) return { ...old, properties: { ...(isRecord(old['properties']) ? old['properties'] : {}), [name]: { type: 'string' } } }
  return { ...old, [name]: { type: 'string' } }
}

// A JSON Schema, or in short a mapping from names to schemas.
function schemaOf(variables: unknown): { properties: Record<string, unknown>; required: string[] } {
  if (!isRecord(variables)) return { properties: {}, required: [] }
  if (!isSchema(variables)) return { properties: variables, required: [] }
  const { properties, required } = variables
  return { properties: isRecord(properties) ? properties : {}, required: Array.isArray(required) ? required.filter(name => typeof name === 'string') : [] }
}

const isSchema = (variables: Record<string, unknown>) => variables['type'] === 'object' || isRecord(variables['properties'])

function parameter(name: string, schema: unknown, required: string[]): Parameter {
  const { type, description, enum: choices, default: fallback, required: own } = isRecord(schema) ? schema : ({} as Record<string, unknown>)
  return {
    name,
    type: typeof type === 'string' ? type : Array.isArray(type) ? type.join(' or ') : 'any',
    required: own === true || required.includes(name),
    isDeclared: true,
    ...(typeof description === 'string' ? { description } : {}),
    ...(fallback === undefined ? {} : { fallback }),
    ...(Array.isArray(choices) ? { choices } : {}),
  }
}

/** Whether a value is a mapping. */
export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
