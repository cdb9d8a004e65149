import { useId, useMemo, useState, type KeyboardEvent } from 'react'

/** Something that may be picked by a few letters of its name. */
export type Pick = { name: string; kind: string; act: () => void }

type Props = { label: string; find: (text: string) => Pick[]; close: () => void; none?: string }

/** A field, and below it what fits to the letters in it. Arrows choose, Enter takes. */
export function Picker({ label, find, close, none }: Props) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const found = useMemo(() => find(text), [find, text])

  function take(pick: Pick | undefined) {
    if (pick === undefined) return
    close()
    pick.act()
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') take(found[at])
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        className="field"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${at}`}
        aria-label={label}
        autoFocus
        value={text}
        onKeyDown={press}
        onChange={event => {
          setText(event.target.value)
          setAt(0)
        }}
      />
      <div id={id} role="listbox" aria-label="Found" className="commands">
        {found.map((pick, index) => (
          <div key={`${pick.kind} ${pick.name}`} id={`${id}-${index}`} role="option" aria-selected={index === at} className="command" onClick={() => take(pick)} onMouseMove={() => setAt(index)}>
            <span className="grow cut">{pick.name}</span>
            <span className="quiet small">{pick.kind}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && none !== undefined && <p className="quiet">{none}</p>}
    </>
  )
}
