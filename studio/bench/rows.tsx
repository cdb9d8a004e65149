// A virtual list of empty rows: what scrolling costs where there is nothing in them.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { createRoot } from 'react-dom/client'

function Rows() {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: 10_000, getScrollElement: () => scroller.current, estimateSize: () => 36, overscan: 12 })
  return (
    <div ref={scroller} className="rows" style={{ height: '700px', overflow: 'auto' }}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(item => (
          <div key={item.key} style={{ position: 'absolute', top: item.start, height: item.size }} />
        ))}
      </div>
    </div>
  )
}

createRoot(document.getElementById('root')!).render(<Rows />)
