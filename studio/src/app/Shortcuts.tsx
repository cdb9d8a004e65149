import { Sheet } from '../ui/Sheet'

const shortcuts: [string, string][] = [
  ['Ctrl K', 'Search and commands'],
  ['?', 'This sheet'],
  ['/', 'Library: search'],
  ['j k', 'Library: down, up'],
  ['Enter', 'Library: open the prompt'],
  ['n', 'Library: new prompt'],
  ['Ctrl S', 'Editor: commit'],
  ['Ctrl Space', 'Editor: offer names'],
  ['Ctrl F', 'Editor: search in the text'],
]

export function Shortcuts({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  return (
    <Sheet open={open} onOpen={onOpen} title="Shortcuts" about="On a Mac, Cmd stands for Ctrl.">
      <dl className="shortcuts">
        {shortcuts.map(([keys, what]) => (
          <div key={keys} className="row">
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
