import { useState, type ReactNode } from 'react'

type Props = { label: string; value: string; known: string; save: (value: string) => void; children: ReactNode }

/** A cell that becomes a field where one presses it: Enter keeps, Escape leaves all as it was. `known` names the list of suggestions. */
export function InlineField({ label, value, known, save, children }: Props) {
  const [text, setText] = useState<string>()
  if (text === undefined) {
    return (
      <button type="button" className="inline-cell" title={value === '' ? undefined : value} onClick={() => setText(value)}>
        <span className="hidden-text">{label}</span>
        {children}
      </button>
    )
  }

  function keep() {
    setText(undefined)
    if (text !== undefined && text.trim() !== value) save(text.trim())
  }

  return (
    <input
      className="field inline-field"
      aria-label={label}
      list={known}
      autoFocus
      value={text}
      onChange={event => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={event => {
        if (event.key === 'Enter') event.currentTarget.blur()
        else if (event.key === 'Escape') setText(undefined)
      }}
    />
  )
}
