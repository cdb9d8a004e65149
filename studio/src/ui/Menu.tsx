import { DropdownMenu } from 'radix-ui'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

/** A line of a menu: an action, or with `checked` something that is on or off. */
export type MenuItem = { name: string; keys?: string; bad?: boolean; checked?: boolean; disabled?: boolean; act: () => void } | 'line'

/** A menu below the button that opens it. */
export function Menu({ items, label, children }: { items: MenuItem[]; label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <Lines items={items} label={label} align="end" />
    </DropdownMenu.Root>
  )
}

/** A menu at a point of the window, open from the start. */
export function PointMenu({ items, label, at, onClose }: { items: MenuItem[]; label: string; at: { x: number; y: number }; onClose: () => void }) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={open => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        {/* Only a place: nobody can press it, so nobody hears of it. */}
        <span className="menu-point" aria-hidden="true" style={{ left: at.x, top: at.y }} />
      </DropdownMenu.Trigger>
      <Lines items={items} label={label} align="start" />
    </DropdownMenu.Root>
  )
}

function Lines({ items, label, align }: { items: MenuItem[]; label: string; align: 'start' | 'end' }) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content className="menu-list" aria-label={label} align={align} sideOffset={4} collisionPadding={8}>
        {items.map((item, index) => (item === 'line' ? <DropdownMenu.Separator key={index} className="menu-line" /> : <Line key={item.name} item={item} />))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  )
}

function Line({ item }: { item: Exclude<MenuItem, 'line'> }) {
  const className = item.bad ? 'menu-item bad-text' : 'menu-item'
  if (item.checked !== undefined) {
    return (
      // What is on or off may be changed several times in a row.
      <DropdownMenu.CheckboxItem className={className} checked={item.checked} onSelect={event => event.preventDefault()} onCheckedChange={item.act}>
        <span className="menu-check">{item.checked && <Check size={16} />}</span>
        {item.name}
      </DropdownMenu.CheckboxItem>
    )
  }
  return (
    <DropdownMenu.Item className={className} disabled={item.disabled ?? false} onSelect={item.act}>
      <span className="grow">{item.name}</span>
      {item.keys && <kbd>{item.keys}</kbd>}
    </DropdownMenu.Item>
  )
}
