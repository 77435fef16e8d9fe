import type { ReactNode } from 'react'

interface Props {
  readonly offset: number
  readonly limit: number
  readonly total: number
  readonly onChange: (offset: number) => void
  readonly words: {
    readonly total: (count: number) => string
    readonly page: (page: number, pages: number) => string
    readonly previous: string
    readonly next: string
  }
}

export function Pager({ offset, limit, total, onChange, words }: Props): ReactNode {
  const pages = Math.max(1, Math.ceil(total / limit))
  const page = Math.floor(offset / limit) + 1
  return (
    <div className="pager">
      <span>{words.total(total)}</span>
      {pages > 1 && (
        <span className="no-print">
          <button
            type="button"
            className="plain"
            disabled={page <= 1}
            onClick={() => onChange(offset - limit)}
          >
            {words.previous}
          </button>
          <span>{words.page(page, pages)}</span>
          <button
            type="button"
            className="plain"
            disabled={page >= pages}
            onClick={() => onChange(offset + limit)}
          >
            {words.next}
          </button>
        </span>
      )}
    </div>
  )
}
