type Props<T extends string> = { label: string; options: readonly { value: T; name: string }[]; value: T; onValue: (value: T) => void }

/** A few ways to see the same thing, side by side; one is on. */
export function Choice<T extends string>({ label, options, value, onValue }: Props<T>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map(option => (
        <button key={option.value} type="button" className="segment" aria-pressed={option.value === value} onClick={() => onValue(option.value)}>
          {option.name}
        </button>
      ))}
    </div>
  )
}
