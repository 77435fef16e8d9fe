import type { Counterpart } from '@gangmu/contract'
import { type ReactNode, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.js'
import { type Column, DataTable } from '../ui/data-table.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'
import { useRowKeys } from './use-row-keys.js'
import './drift.css'

interface Props {
  readonly id: string
  readonly counterparts: readonly Counterpart[]
  readonly total: number
}

/** The documents one may be compared with, the likeliest first. */
export function CounterpartList({ id, counterparts, total }: Props): ReactNode {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useRowKeys(box)
  const best = Math.max(0, ...counterparts.filter((it) => it.order === 'earlier').map((it) => it.shared))
  const columns = useMemo(() => counterpartColumns(words, id, best), [words, id, best])
  return (
    <div ref={box} className="drift-table">
      <DataTable caption={words.drift.pick} columns={columns} rows={counterparts} rowKey={(row) => row.id} />
      {total > counterparts.length && (
        <p className="muted">{words.drift.firstOf(counterparts.length, total)}</p>
      )}
    </div>
  )
}

/** `best`: the most that one of the earlier documents shares; who shares half as much is suggested as well. */
function counterpartColumns(words: Words, id: string, best: number): readonly Column<Counterpart>[] {
  const { counterpartColumns: titles } = words.drift
  return [
    {
      key: 'title',
      title: titles.title,
      render: (row) => (
        <>
          <Link to={paths.drift(id, { against: row.id })} data-place="document" lang="zh-CN">
            {row.title || row.name}
          </Link>
          {row.order === 'earlier' && row.shared > 0 && 2 * row.shared >= best && (
            <small className="beside suggested">{words.drift.suggested}</small>
          )}
          <small className="beside">{row.name}</small>
        </>
      ),
    },
    {
      key: 'date',
      title: titles.date,
      width: '170px',
      render: (row) => (
        <>
          {row.date ?? words.app.notStated}{' '}
          <small className="muted">
            {row.order === null ? words.drift.orderUnknown : words.drift.orders[row.order]}
          </small>
        </>
      ),
    },
    {
      key: 'publisher',
      title: titles.publisher,
      width: '14%',
      render: (row) => (
        <>
          {row.publisher ?? <span className="muted">{words.app.notStated}</span>}{' '}
          {row.samePublisher && <small className="muted">{words.drift.samePublisher}</small>}
        </>
      ),
    },
    { key: 'receivedBy', title: titles.receivedBy, width: '11%', render: (row) => row.receivedByName },
    {
      key: 'shared',
      title: titles.shared,
      width: '32%',
      render: (row) =>
        row.shared === 0 ? (
          <span className="muted">{words.app.none}</span>
        ) : (
          <>
            {words.drift.shared(row.shared)}{' '}
            <small className="muted" lang="zh-CN">
              {row.names.join(words.app.listComma)}
            </small>
          </>
        ),
    },
  ]
}
