import { useId, type ReactNode } from 'react'

/** A list to choose from, below its name. */
export function Field({ label, value, onValue, children }: { label: string; value: string | number; onValue: (value: string) => void; children: ReactNode }) {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id} className="quiet small">
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={event => onValue(event.target.value)}>
        {children}
      </select>
    </div>
  )
}
