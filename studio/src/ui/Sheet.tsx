import { Dialog } from 'radix-ui'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { open: boolean; onOpen: (open: boolean) => void; title: string; about?: string; className?: string; children: ReactNode }

/** A dialog over the page: it holds the focus, and Escape closes it. */
export function Sheet({ open, onOpen, title, about, className, children }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className={`sheet ${className ?? ''}`} {...(about === undefined ? { 'aria-describedby': undefined } : {})}>
          <div className="row sheet-head">
            <Dialog.Title className="grow">{title}</Dialog.Title>
            <Dialog.Close className="icon" aria-label="Close">
              <X size={16} />
            </Dialog.Close>
          </div>
          {about !== undefined && <Dialog.Description className="quiet">{about}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
