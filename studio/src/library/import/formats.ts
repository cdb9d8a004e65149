/** How a file is read. */
export type Format = 'files' | 'csv' | 'json' | 'langfuse' | 'mlflow' | 'langsmith' | 'prompty' | 'github'

/** Every format, by what people call it. */
export const formats: Record<Format, string> = {
  files: 'Files, as they are',
  csv: 'A table (CSV)',
  json: 'A list of prompts (JSON)',
  langfuse: 'Langfuse',
  mlflow: 'MLflow',
  langsmith: 'LangSmith',
  prompty: 'Prompty',
  github: 'GitHub Models',
}

const endings: [RegExp, Format][] = [
  [/\.[ct]sv$/i, 'csv'],
  [/\.(jsonl|ndjson)$/i, 'json'],
  [/\.prompty$/i, 'prompty'],
  [/\.prompt\.ya?ml$/i, 'github'],
]

/** The format that names tell; undefined where only the content of a JSON or YAML file tells it, which the server reads. */
export function formatOf(names: string[]): Format | undefined {
  const told = endings.find(([ending]) => names.length > 0 && names.every(name => ending.test(name)))
  if (told !== undefined) return told[1]
  return names.length === 1 && /\.(json|ya?ml)$/i.test(names[0]!) ? undefined : 'files'
}

/** Whether one broken item refuses everything, unless somebody says otherwise: files belong together. */
export const isWhole = (format: string) => format === 'files' || format === 'github'
