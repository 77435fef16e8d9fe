import type { DriftReply, DriftRow } from '@gangmu/contract'
import { driftKinds } from '@gangmu/core'
import { type ReactNode, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.js'
import { Choice } from '../ui/choice.js'
import { saveText } from '../ui/csv.js'
import { DataTable } from '../ui/data-table.js'
import { Pager } from '../ui/pager.js'
import { StateView } from '../ui/state-view.js'
import { useQueryState } from '../ui/use-query-state.js'
import { useWords } from '../words/use-words.js'
import { driftColumns } from './drift-columns.js'
import { driftCsv } from './drift-csv.js'
import { KindCounts } from './kind-counts.js'
import { useRowKeys } from './use-row-keys.js'
import './drift.css'

const PAGE_SIZE = 100
const NO_ACTOR = '-'

interface Props {
  readonly id: string
  readonly reply: DriftReply
}

/** The pledges of two documents, worst first, each with both sentences. */
export function DriftView({ id, reply }: Props): ReactNode {
  const words = useWords()
  const { drifts, older, newer } = reply
  const [query, change] = useQueryState()
  const kind = driftKinds.find((it) => it === query['kind']) ?? null
  const actor = query['actor']
  const sure = query['sure'] === '1'
  const doubtful = drifts.filter(isDoubtful).length
  const heard = useMemo(
    () => drifts.filter((it) => (actor === undefined || actorOf(it) === actor) && !(sure && isDoubtful(it))),
    [drifts, actor, sure],
  )
  const rows = useMemo(
    () =>
      heard
        .map((row, index) => ({ ...row, key: String(index) }))
        .filter((it) => kind === null || it.kind === kind),
    [heard, kind],
  )
  const offset = Math.min(Number(query['offset'] ?? 0) || 0, Math.max(0, rows.length - 1))
  const columns = useMemo(() => driftColumns(words, reply), [words, reply])
  const box = useRef<HTMLDivElement>(null)
  useRowKeys(box, { o: 'older' })
  function keep(): void {
    const name = words.drift.fileName(older.date ?? '', newer.date ?? '')
    saveText(name, driftCsv(words, reply, rows, window.location.origin), 'text/csv;charset=utf-8')
  }
  return (
    <>
      <div className="title-row">
        <h1>{words.drift.title}</h1>
        <KindCounts
          drifts={heard}
          chosen={kind}
          choose={(chosen) => change({ kind: chosen ?? undefined, offset: undefined })}
        />
        <Choice
          label={words.drift.actor}
          value={actor ?? ''}
          empty={words.drift.allActors}
          options={actorsOf(drifts, words.drift.noActor)}
          onChange={(chosen) => change({ actor: chosen, offset: undefined })}
        />
        {doubtful > 0 && (
          <label className="no-print">
            <input
              type="checkbox"
              checked={sure}
              onChange={(event) =>
                change({ sure: event.target.checked ? '1' : undefined, offset: undefined })
              }
            />{' '}
            {words.drift.withoutDoubtful(doubtful)}
          </label>
        )}
        <span className="spring" />
        <button type="button" className="plain no-print" disabled={rows.length === 0} onClick={keep}>
          {words.drift.export}
        </button>
      </div>
      <div className="drift-documents">
        <dl>
          {([older, newer] as const).map((it, at) => (
            <div key={it.id}>
              <dt>{at === 0 ? words.drift.older : words.drift.newer}</dt>
              <dd>
                <Link to={paths.document(it.id)} lang="zh-CN">
                  {it.title || it.name}
                </Link>{' '}
                <span className="muted">
                  {[it.date ?? words.app.notStated, it.publisher].filter(Boolean).join(' · ')}
                </span>
              </dd>
            </div>
          ))}
        </dl>
        <Link to={paths.drift(id)} className="no-print">
          {words.drift.another}
        </Link>
      </div>
      <p className="muted drift-basis">
        {words.drift.basis}
        <span className="no-print">
          <kbd>j</kbd> <kbd>k</kbd> {words.drift.keys.move} <kbd>Enter</kbd> {words.drift.keys.newer}{' '}
          <kbd>o</kbd> {words.drift.keys.older}
        </span>
      </p>
      {rows.length === 0 ? (
        <StateView title={drifts.length === 0 ? words.drift.none : words.drift.noneMatch} />
      ) : (
        <div ref={box} className="drift-table">
          <DataTable
            caption={words.drift.title}
            columns={columns}
            rows={rows.slice(offset, offset + PAGE_SIZE)}
            rowKey={(row) => row.key}
          />
          <Pager
            offset={offset}
            limit={PAGE_SIZE}
            total={rows.length}
            words={{ ...words.app, total: words.drift.total }}
            onChange={(next) => change({ offset: next === 0 ? undefined : String(next) })}
          />
        </div>
      )}
    </>
  )
}

/** What is new was compared with nothing, so nothing of it is in doubt. */
function isDoubtful({ kind, certainty }: DriftRow): boolean {
  return kind !== 'new' && certainty === 'low'
}

function actorOf({ actor }: DriftRow): string {
  return actor === '' ? NO_ACTOR : actor
}

/** Who is named, most often first, with how many pledges. */
function actorsOf(drifts: readonly DriftRow[], none: string): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>()
  for (const it of drifts) counts.set(actorOf(it), (counts.get(actorOf(it)) ?? 0) + 1)
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([actor, many]) => [actor, `${actor === NO_ACTOR ? none : actor} ${many}`] as const)
}
