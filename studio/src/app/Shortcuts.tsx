import { Sheet } from '../ui/Sheet'

/** Every shortcut: what one presses, and what it does. */
export const shortcuts: [string, string][] = [
  ['Ctrl K', 'Search and commands'],
  ['?', 'This sheet'],
  ['/', 'Library: search'],
  ['j k', 'Library: down, up'],
  ['Enter', 'Library: open the prompt'],
  ['n', 'Library: new prompt'],
  ['x', 'Library: select; with Shift, all between'],
  ['Ctrl A', 'Library: select all that are shown'],
  ['t c a m', 'Library: edit tags, category, alias; move'],
  ['Del', 'Library: delete'],
  ['Ctrl S', 'Editor: commit'],
  ['← ↑ → ↓', 'Layers: through the picture'],
  ['j k', 'History, Branches, Changes: down, up'],
  ['Enter', 'History: what changed; Branches, Changes: open'],
  ['c', 'History: compare with the version before'],
  ['n p', 'Compare: next change, the one before'],
  ['v', 'Compare: side by side or inline'],
  ['w', 'Compare: swap the sides'],
  ['n', 'Branches: new branch; Sets: new set'],
  ['Ctrl Space', 'Editor: offer names'],
  ['Ctrl F', 'Editor: search in the text'],
]

export function Shortcuts({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  return (
    <Sheet open={open} onOpen={onOpen} title="Shortcuts" about="On a Mac, Cmd stands for Ctrl.">
      <dl className="shortcuts">
        {shortcuts.map(([keys, what]) => (
          <div key={what} className="row">
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
