import { useState } from 'react'
import { chooseTheme, chosenTheme, type Theme } from '../lib/theme'

const themes: [Theme, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

/** How the Studio looks in this browser. */
export function Look() {
  const [theme, setTheme] = useState(chosenTheme)

  function choose(wanted: Theme) {
    chooseTheme(wanted)
    setTheme(wanted)
  }

  return (
    <fieldset className="options">
      <legend>Theme, in this browser</legend>
      {themes.map(([id, name]) => (
        <label key={id} className="row option">
          <input type="radio" name="theme" checked={theme === id} onChange={() => choose(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
