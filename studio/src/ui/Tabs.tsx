import { useId, type KeyboardEvent, type ReactNode } from 'react'

type Props<T extends string> = { label: string; tabs: { id: T; name: string; panel: () => ReactNode }[]; chosen: T; onChoose: (id: T) => void; className?: string }

/** Panels of which one is shown. The arrow keys go from tab to tab. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose, className }: Props<T>) {
  const id = useId()
  const at = Math.max(0, tabs.findIndex(tab => tab.id === chosen))

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + tabs.length) % tabs.length
    onChoose(tabs[next]!.id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }

  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={press}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-controls={`${id}-panel`}
            className="tab"
            aria-selected={index === at}
            tabIndex={index === at ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div key={tabs[at]!.id} id={`${id}-panel`} className={className} role="tabpanel" aria-labelledby={`${id}-${tabs[at]!.id}`} tabIndex={0}>
        {tabs[at]!.panel()}
      </div>
    </>
  )
}
