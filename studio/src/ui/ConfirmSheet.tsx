import { Sheet } from './Sheet'

type Props = { open: boolean; onOpen: (open: boolean) => void; title: string; about: string; action: string; busy: boolean; onConfirm: () => void }

/** Asks before something is done that others will notice. It says what changes; the button says what is done. */
export function ConfirmSheet({ open, onOpen, title, about, action, busy, onConfirm }: Props) {
  return (
    <Sheet open={open} onOpen={onOpen} title={title} about={about}>
      <div className="row">
        <button type="button" className="primary" disabled={busy} onClick={onConfirm}>
          {action}
        </button>
        <button type="button" onClick={() => onOpen(false)}>
          Cancel
        </button>
      </div>
    </Sheet>
  )
}
