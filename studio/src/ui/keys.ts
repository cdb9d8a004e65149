import { useEffect, useRef } from 'react'

/** Calls back for keys that are pressed outside of fields and dialogs; those with Ctrl or Cmd, anywhere. */
export function useKeys(act: (event: KeyboardEvent, combined: boolean) => void) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const combined = event.ctrlKey || event.metaKey
      if (event.defaultPrevented || event.altKey || (!combined && isTyping(event.target))) return
      latest.current(event, combined)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** Whether keys belong to what has the focus: a field, a dialog, a menu. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select') || target.closest('[role=dialog], [role=menu]') !== null)
