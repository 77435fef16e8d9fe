import type { Place } from '@gangmu/contract'
import { refusal } from '@gangmu/core'
import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Refused } from '../api/ask.js'
import { RefusalList } from '../api/refusal-list.js'
import { paths } from '../paths.js'
import { Choice } from '../ui/choice.js'
import { useWords } from '../words/use-words.js'
import { receive } from './receive.js'

interface Sending {
  readonly key: number
  readonly name: string
  readonly percent: number | null
  readonly done: { readonly id: string; readonly known: boolean } | null
  readonly error: unknown
}

interface Props {
  readonly limits: Place['limits']
  /** The units the person may receive for. */
  readonly offices: readonly { readonly unit: string; readonly name: string }[]
}

let nextKey = 0

/** Takes several files, one after another; each says how far it is, or why it was refused. */
export function DropZone({ limits, offices }: Props): ReactNode {
  const words = useWords()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [unit, setUnit] = useState(offices[0]?.unit ?? '')
  const [files, setFiles] = useState<readonly Sending[]>([])
  const change = (key: number, part: Partial<Sending>): void =>
    setFiles((all) => all.map((it) => (it.key === key ? { ...it, ...part } : it)))

  async function take(chosen: readonly File[]): Promise<void> {
    const queued = chosen.map((file) => ({ file, key: (nextKey += 1) }))
    setFiles((all) => [
      ...queued.map(({ file, key }) => ({ key, name: file.name, percent: null, done: null, error: null })),
      ...all,
    ])
    for (const { file, key } of queued) {
      const early = tooEarly(file, limits)
      if (early !== null) change(key, { error: early })
      else {
        change(key, { percent: 0 })
        await receive(file, unit, (percent) => change(key, { percent })).then(
          (done) => change(key, { done }),
          (error: unknown) => change(key, { error }),
        )
        void client.invalidateQueries()
      }
    }
  }
  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }

  return (
    <section className="drop no-print" aria-label={words.documents.choose}>
      <div
        className={over ? 'drop-zone over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>
          {words.documents.drop}{' '}
          <button type="button" className="plain" onClick={() => input.current?.click()}>
            {words.documents.choose}
          </button>
        </span>
        <input
          ref={input}
          type="file"
          multiple
          accept=".txt,.html,.htm,.docx,.pdf"
          className="unseen"
          tabIndex={-1}
          aria-label={words.documents.choose}
          onClick={() => input.current !== null && (input.current.value = '')}
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
        <small>{words.documents.formats(words.app.bytes(limits.documentBytes))}</small>
        {offices.length > 1 && (
          <Choice
            label={words.documents.forUnit}
            value={unit}
            options={offices.map((it) => [it.unit, it.name] as const)}
            onChange={setUnit}
          />
        )}
      </div>
      {files.length > 0 && (
        <ul className="sending" aria-live="polite">
          {files.map((it) => (
            <SendingItem
              key={it.key}
              it={it}
              onDismiss={() => setFiles((all) => all.filter((one) => one.key !== it.key))}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What can be refused without sending it. */
function tooEarly(file: File, limits: Place['limits']): Refused | null {
  if (file.size === 0) return new Refused(400, [refusal('document.empty', file.name)])
  if (file.size <= limits.documentBytes) return null
  const facts = { bytes: file.size, limit: limits.documentBytes }
  return new Refused(413, [refusal('document.too-large', file.name, facts)])
}

function SendingItem({ it, onDismiss }: { readonly it: Sending; readonly onDismiss: () => void }): ReactNode {
  const words = useWords()
  const over = it.done !== null || it.error !== null
  return (
    <li>
      <span className="file-name">{it.name}</span>
      {it.done !== null && (
        <span>
          <span aria-hidden="true">✓ </span>
          {it.done.known ? words.documents.known : words.documents.received}{' '}
          <Link to={paths.document(it.done.id)}>{words.documents.open}</Link>
        </span>
      )}
      {!over && (
        <span>
          {it.percent === null
            ? words.documents.waiting
            : it.percent < 100
              ? words.documents.sending(it.percent)
              : words.documents.reading}{' '}
          {it.percent !== null && <progress max={100} value={it.percent} aria-label={it.name} />}
        </span>
      )}
      <RefusalList error={it.error} />
      {over && (
        <button
          type="button"
          className="link"
          aria-label={`${words.documents.dismiss} ${it.name}`}
          onClick={onDismiss}
        >
          ×
        </button>
      )}
    </li>
  )
}
