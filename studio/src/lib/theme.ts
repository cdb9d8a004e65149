import { readStored, writeStored } from './stored'

export type Theme = 'system' | 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** What the person chose. */
export const chosenTheme = (): Theme => readStored<Theme>('theme') ?? 'system'

/** Keeps a choice and shows it. */
export function chooseTheme(theme: Theme) {
  writeStored('theme', theme === 'system' ? null : theme)
  show()
}

function show() {
  const theme = chosenTheme()
  document.documentElement.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
}

dark.addEventListener('change', show)
show()
