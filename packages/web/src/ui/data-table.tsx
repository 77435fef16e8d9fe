import type { ReactNode } from 'react'

export interface Column<T> {
  readonly key: string
  readonly title: ReactNode
  readonly width?: string
  readonly numeric?: boolean
  /** Never broken over lines. */
  readonly tight?: boolean
  /** The name of the order this column asks for. */
  readonly sort?: string
  readonly render: (row: T) => ReactNode
}

interface Selection<T> {
  readonly chosen: ReadonlySet<string>
  readonly choose: (chosen: ReadonlySet<string>) => void
  readonly allLabel: string
  readonly label: (row: T) => string
  /** Why a row cannot be chosen, or null. */
  readonly barred: (row: T) => string | null
}

interface Props<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly sort?: string
  readonly onSort?: (sort: string) => void
  readonly sortLabel?: (column: ReactNode) => string
  readonly selection?: Selection<T>
  readonly current?: string | undefined
  readonly onRow?: (row: T) => void
  readonly busy?: boolean
}

/** A plain table: dense, printable, one row per thing. */
export function DataTable<T>(props: Props<T>): ReactNode {
  const { columns, rows, rowKey, selection } = props
  const choosable = selection === undefined ? [] : rows.filter((row) => selection.barred(row) === null)
  const allChosen = choosable.length > 0 && choosable.every((row) => selection?.chosen.has(rowKey(row)))
  return (
    <table className="data-table" aria-busy={props.busy === true}>
      <caption className="unseen">{props.caption}</caption>
      <thead>
        <tr>
          {selection !== undefined && (
            <th className="choose no-print" scope="col">
              <input
                type="checkbox"
                aria-label={selection.allLabel}
                checked={allChosen}
                disabled={choosable.length === 0}
                onChange={() => selection.choose(new Set(allChosen ? [] : choosable.map(rowKey)))}
              />
            </th>
          )}
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row)
          const barred = selection?.barred(row) ?? null
          return (
            <tr
              key={key}
              aria-current={props.current === key ? 'true' : undefined}
              onClick={(event) => {
                const onControl =
                  event.target instanceof Element && event.target.closest('a,button,input,label')
                if (!onControl && window.getSelection()?.toString() === '') props.onRow?.(row)
              }}
            >
              {selection !== undefined && (
                <td className="choose no-print">
                  <input
                    type="checkbox"
                    aria-label={selection.label(row)}
                    title={barred ?? undefined}
                    disabled={barred !== null}
                    checked={selection.chosen.has(key)}
                    onChange={() => selection.choose(toggled(selection.chosen, key))}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={column.numeric ? 'numeric' : column.tight ? 'tight' : undefined}
                >
                  {column.render(row)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface HeadProps<T> {
  readonly column: Column<T>
  readonly sort: string | undefined
  readonly onSort: ((sort: string) => void) | undefined
}

function HeadCell<T>({ column, sort, onSort }: HeadProps<T>): ReactNode {
  const wanted = column.sort
  const sorted = wanted !== undefined && wanted === sort
  return (
    <th
      scope="col"
      className={column.numeric === true ? 'numeric' : undefined}
      style={column.width === undefined ? undefined : { width: column.width }}
      aria-sort={sorted ? 'ascending' : undefined}
    >
      {wanted === undefined || onSort === undefined ? (
        column.title
      ) : (
        <button type="button" onClick={() => onSort(wanted)}>
          {column.title}
          <span aria-hidden="true">{sorted ? ' ↓' : ' ↕'}</span>
        </button>
      )}
    </th>
  )
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(key)) next.add(key)
  return next
}
