type Props = { names: string[]; accepted: boolean; onAccepted: (accepted: boolean) => void }

/** Asks whether somebody accepts that contributions of other layers no longer fit; nothing where all fit. */
export function AcceptBreaks({ names, accepted, onAccepted }: Props) {
  if (names.length === 0) return null
  return (
    <label className="row">
      <input type="checkbox" checked={accepted} onChange={event => onAccepted(event.target.checked)} />
      <span>Accept that {names.join(', ')} no longer fit</span>
    </label>
  )
}
