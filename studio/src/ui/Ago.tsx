import { ago, exactly } from '../lib/time'

/** How long ago, with the exact time for whoever points at it. */
export function Ago({ at }: { at: string }) {
  const time = new Date(at)
  return (
    <time className="quiet small ago" dateTime={at} title={exactly(time)}>
      {ago(time, new Date())}
    </time>
  )
}
