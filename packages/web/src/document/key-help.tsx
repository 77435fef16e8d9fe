import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/use-words.js'

/** What each key does. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords()
  const { keys } = words.document
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])
  const rows: readonly (readonly [string, string])[] = [
    ['j ↓', keys.next],
    ['k ↑', keys.previous],
    ['n', keys.nextOpen],
    ['c', keys.confirm],
    ['C', keys.run],
    ['e', keys.edit],
    ['x', keys.reject],
    ['u', keys.undo],
    ['o', keys.reopen],
    ['r', words.document.refuse],
    ['f', keys.undecided],
    ['d', keys.doubtful],
    ['?', keys.help],
    ['Esc', keys.close],
  ]
  return (
    <dialog ref={box} className="key-help" aria-labelledby="key-help-title" onClose={onClose}>
      <h2 id="key-help-title">{words.document.help}</h2>
      <dl>
        {rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((it) => (
                <kbd key={it}>{it}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="plain" onClick={() => box.current?.close()}>
        {words.app.close}
      </button>
    </dialog>
  )
}
