import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { message, writeChat, type Block, type Chat } from './chat'

const roles = ['system', 'user', 'assistant', 'developer', 'tool']

/** The messages of a chat prompt, each in a field of its own. */
export function Blocks({ chat, readOnly, onText }: { chat: Chat; readOnly: boolean; onText: (source: string) => void }) {
  // Blocks have no names: the key follows a block when it moves, so that the focus does.
  const [keys, setKeys] = useState<number[]>([])
  const [next, setNext] = useState(0)
  const shown = keys.length === chat.blocks.length ? keys : chat.blocks.map((_, index) => next + index)
  if (shown !== keys) {
    setKeys(shown)
    setNext(next + chat.blocks.length)
  }

  function put(blocks: Block[], order: number[]) {
    setKeys(order)
    onText(writeChat({ ...chat, blocks }))
  }

  const change = (at: number, role: string, text: string) => put(chat.blocks.with(at, message(role, text, chat.indent)), shown)
  const remove = (at: number) => put(chat.blocks.toSpliced(at, 1), shown.toSpliced(at, 1))

  function move(at: number, by: number) {
    const swap = <T,>(list: T[]) => list.with(at, list[at + by]!).with(at + by, list[at]!)
    put(swap(chat.blocks), swap(shown))
  }

  function add() {
    const last = chat.blocks.findLast(block => block.role !== null)?.role
    put([...chat.blocks, message(last === 'user' ? 'assistant' : 'user', '', chat.indent)], [...shown, next])
    setNext(next + 1)
  }

  return (
    <div className="blocks">
      <ol className="column">
        {chat.blocks.map((block, at) => (
          <li key={shown[at]} className="block">
            <div className="row">
              {block.role === null ? <strong className="grow cut">{block.title}</strong> : <Role block={block} number={at + 1} readOnly={readOnly} onRole={role => change(at, role, block.text!)} />}
              <button type="button" className="icon" aria-label={`Move item ${at + 1} up`} disabled={readOnly || at === 0} onClick={() => move(at, -1)}>
                <ArrowUp size={16} />
              </button>
              <button type="button" className="icon" aria-label={`Move item ${at + 1} down`} disabled={readOnly || at === chat.blocks.length - 1} onClick={() => move(at, 1)}>
                <ArrowDown size={16} />
              </button>
              <button type="button" className="icon" aria-label={`Remove item ${at + 1}`} disabled={readOnly || chat.blocks.length === 1} onClick={() => remove(at)}>
                <Trash2 size={16} />
              </button>
            </div>
            {block.text === null ? (
              <pre className="text quiet">{block.raw.trimEnd()}</pre>
            ) : (
              <textarea
                className="field block-text"
                aria-label={`Text of item ${at + 1}`}
                spellCheck={false}
                readOnly={readOnly}
                rows={Math.min(20, Math.max(2, block.text.split('\n').length))}
                value={block.text}
                onChange={event => change(at, block.role!, event.target.value)}
              />
            )}
          </li>
        ))}
      </ol>
      <button type="button" disabled={readOnly} onClick={add}>
        <Plus size={16} />
        Add a message
      </button>
    </div>
  )
}

function Role({ block, number, readOnly, onRole }: { block: Block; number: number; readOnly: boolean; onRole: (role: string) => void }) {
  return (
    <span className="grow">
      <select className="field role" aria-label={`Role of item ${number}`} disabled={readOnly} value={block.role!} onChange={event => onRole(event.target.value)}>
        {[...new Set([...roles, block.role!])].map(role => (
          <option key={role}>{role}</option>
        ))}
      </select>
    </span>
  )
}
