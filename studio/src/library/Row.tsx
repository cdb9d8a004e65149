import { EllipsisVertical } from 'lucide-react'
import { memo, type MouseEvent, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { PromptItem } from '../api/queries'
import { editorLink } from '../app/links'
import { shorten } from '../lib/text'
import { ago, exactly } from '../lib/time'
import type { Column } from './columns'
import { InlineField } from './InlineField'
import { tagList } from './tagText'

/** What a row calls back. */
export type RowActions = {
  select: (item: PromptItem, extend: boolean) => void
  menu: (item: PromptItem, at: { x: number; y: number }) => void
  tags: (item: PromptItem, tags: string[]) => void
  category: (item: PromptItem, category: string) => void
}

type Props = { project: string; item: PromptItem; columns: readonly Column[]; selected: boolean; mayWrite: boolean; on: RowActions }

const longestName = 80
const tagsShown = 2

/** One prompt. */
export const Row = memo(function Row({ project, item, columns, selected, mayWrite, on }: Props) {
  const cells = cellsOf(item, mayWrite, on)
  return (
    <>
      <span role="cell">
        <input type="checkbox" aria-label={`Select ${item.path}`} checked={selected} onChange={() => {}} onClick={event => on.select(item, event.shiftKey)} />
      </span>
      <span role="cell" className="row name-cell">
        <Link href={editorLink(project, item.path)} className="prompt-name cut" title={item.path} draggable={false}>
          {shorten(item.path, longestName)}
        </Link>
        {item.template === true && <span className="chip">template</span>}
        {item.invalid && <span className="chip bad-text">does not parse</span>}
      </span>
      {columns.map(column => (
        <span key={column} role="cell" className={`cell cell-${column}`}>
          {cells[column]()}
        </span>
      ))}
      <span role="cell">
        <button type="button" className="icon row-more" aria-label={`Actions for ${item.path}`} aria-haspopup="menu" onClick={event => on.menu(item, below(event))}>
          <EllipsisVertical size={16} />
        </button>
      </span>
    </>
  )
})

function below(event: MouseEvent) {
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  return { x: left, y: bottom }
}

function cellsOf(item: PromptItem, mayWrite: boolean, on: RowActions): Record<Column, () => ReactNode> {
  const tagText = item.tags.join(', ')
  return {
    description: () => (
      <span className="quiet cut" title={item.description ?? undefined}>
        {item.description}
      </span>
    ),
    tags: () =>
      mayWrite ? (
        <InlineField label={`Tags of ${item.path}`} value={tagText} known="known-tags" save={text => on.tags(item, tagList(text))}>
          <Tags tags={item.tags} />
        </InlineField>
      ) : (
        <Tags tags={item.tags} />
      ),
    category: () =>
      mayWrite ? (
        <InlineField label={`Category of ${item.path}`} value={item.category ?? ''} known="known-categories" save={text => on.category(item, text)}>
          {item.category == null ? <span className="quiet hint">category</span> : <span className="cut">{item.category}</span>}
        </InlineField>
      ) : (
        <span className="cut">{item.category}</span>
      ),
    aliases: () => <Chips texts={Object.entries(item.aliases).map(([alias, version]) => `${alias} ${version}`)} />,
    version: () => <span className="quiet small">v{item.version}</span>,
    changed: () => <Changed at={item.updatedAt} />,
  }
}

const Tags = ({ tags }: { tags: string[] }) => (tags.length === 0 ? <span className="quiet hint">tags</span> : <Chips texts={tags} />)

const Chips = ({ texts }: { texts: string[] }) => (
  <span className="row chips" title={texts.join(', ')}>
    {texts.slice(0, tagsShown).map(text => (
      <span key={text} className="chip cut">
        {text}
      </span>
    ))}
    {texts.length > tagsShown && <span className="quiet small">+{texts.length - tagsShown}</span>}
  </span>
)

function Changed({ at }: { at: string }) {
  const time = new Date(at)
  return (
    <time className="quiet small" dateTime={at} title={exactly(time)}>
      {ago(time, new Date())}
    </time>
  )
}
