import type { DocumentDetail, Present } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { OutboxStatus } from '../outbox/outbox-status.js'
import { paths } from '../paths.js'
import { useWords } from '../words/use-words.js'

interface Props {
  readonly detail: DocumentDetail
  readonly progress: { readonly done: number; readonly all: number }
  readonly people: readonly Present[]
  readonly both: boolean
  readonly together: boolean
  readonly onBoth: (both: boolean) => void
  readonly onTogether: (together: boolean) => void
  readonly onPick: (finding: string) => void
  readonly onHelp: () => void
}

/** What document it is, how far its review is, whether all was sent, and who else is at it. */
export function ReviewHead(props: Props): ReactNode {
  const words = useWords()
  const { detail, both, people } = props
  const { done, all } = props.progress
  return (
    <div className="title-row">
      <h1 title={detail.document.title}>{detail.document.title || words.documents.untitled}</h1>
      <span className="muted">
        {[detail.document.date, detail.document.publisher].filter(Boolean).join(' · ')}
      </span>
      {detail.document.commitments > 0 && (
        <Link to={paths.commitments({ document: detail.document.id })}>
          {words.document.commitments(detail.document.commitments)}
        </Link>
      )}
      <Link to={paths.drift(detail.document.id)}>{words.drift.open}</Link>
      <span className="progress-of-review">
        <progress max={all} value={done} aria-label={words.document.progressLabel} />
        {done === all && all > 0 ? words.document.allDone : words.document.progress(done, all)}
      </span>
      {detail.mayReview && <OutboxStatus />}
      {people.length > 0 && (
        <span className="present">
          {words.document.alsoHere}
          {people.map((it) => (
            <button
              key={it.name}
              type="button"
              className="link"
              disabled={it.finding === null}
              onClick={() => it.finding !== null && props.onPick(it.finding)}
            >
              {it.name}
            </button>
          ))}
        </span>
      )}
      <span className="spring" />
      <label className="no-print">
        <input type="checkbox" checked={both} onChange={(event) => props.onBoth(event.target.checked)} />{' '}
        {words.document.both}
      </label>
      {both && (
        <label className="no-print">
          <input
            type="checkbox"
            checked={props.together}
            onChange={(event) => props.onTogether(event.target.checked)}
          />{' '}
          {words.document.sync}
        </label>
      )}
      <button type="button" className="plain no-print" onClick={props.onHelp}>
        {words.document.help} <kbd aria-hidden="true">?</kbd>
      </button>
    </div>
  )
}
