import type { CommitmentDetail } from '@gangmu/contract'
import { actionBodies } from '@gangmu/core'
import type { ReactNode } from 'react'
import { paths } from '../paths.js'
import { minuteOf } from '../ui/time.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'

interface Props {
  readonly detail: CommitmentDetail
  readonly nameOf: (unit: string) => string
}
type Item = CommitmentDetail['history'][number]

/** Every action, newest first: who, when, on whose behalf, what was said and shown. */
export function HistoryView({ detail, nameOf }: Props): ReactNode {
  const words = useWords()
  return (
    <section>
      <h3>{words.commitment.history}</h3>
      <ol className="history">
        {detail.history.toReversed().map((item) => (
          <li key={item.seq}>
            <div>
              <strong>{words.verbs[item.verb]}</strong>
              <span>{item.by === 'load' ? words.commitments.loadAccepted : item.byName}</span>
              <span className="muted">{words.commitment.onBehalf(item.behalfName)}</span>
              <time dateTime={item.at}>{minuteOf(item.at)}</time>
              <small>{words.commitment.entry(item.entry)}</small>
            </div>
            {linesOf(words, item, nameOf, detail.commitment.target?.unit ?? '').map((line) => (
              <p key={line}>{line}</p>
            ))}
            <Evidence id={detail.commitment.id} item={item} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Evidence({ id, item }: { readonly id: string; readonly item: Item }): ReactNode {
  const words = useWords()
  const report = item.verb === 'report' ? actionBodies.report.safeParse(item.body) : null
  if (report === null || !report.success || report.data.evidence.length === 0) return null
  return (
    <ul className="files" aria-label={words.commitment.evidence}>
      {report.data.evidence.map((file) => (
        <li key={file.sha256}>
          <a href={paths.evidence(id, file.sha256)} download={file.name}>
            {words.commitment.download(file.name)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What an action says, in words. */
function linesOf(words: Words, item: Item, nameOf: Props['nameOf'], unit: string): readonly string[] {
  const { changes } = words.commitment
  const lines: string[] = []
  const add = (label: string, value: unknown): void => {
    if (value !== undefined && value !== null && value !== '')
      lines.push(`${label}${words.app.colon}${String(value)}`)
  }
  const body = item.body
  if (typeof body['owner'] === 'string') lines.push(words.commitment.toUnit(nameOf(body['owner'])))
  if (item.verb === 'check')
    lines.push(body['pass'] === true ? words.commitment.passed : words.commitment.failed)
  if (item.verb === 'report' && body['done'] === true) lines.push(words.commitment.doneMark)
  if (typeof body['value'] === 'number') add(changes.value, words.amount(body['value'], unit))
  for (const key of ['text', 'reason', 'note'] as const) {
    if (typeof body[key] === 'string' && body[key] !== '') lines.push(body[key])
  }
  if (item.verb === 'assign') add(changes.due, body['due'])
  if (typeof body['charge'] === 'string') add(words.commitment.charge, body['charge'])
  if (item.verb === 'adjust') {
    if (body['due'] !== undefined) add(changes.due, body['due'] ?? words.commitment.none)
    add(changes.title, body['title'])
    if (body['target'] !== undefined)
      add(changes.target, valueOf(words, body['target']) ?? words.commitment.none)
  }
  if (item.verb === 'cascade' && Array.isArray(body['children'])) {
    lines.push(words.commitment.childrenCount(body['children'].length))
  }
  return [...new Set(lines)]
}

function valueOf(words: Words, target: unknown): string | null {
  const parsed = actionBodies.create.shape.target.safeParse(target)
  return parsed.success && parsed.data !== null ? words.amount(parsed.data.value, parsed.data.unit) : null
}
