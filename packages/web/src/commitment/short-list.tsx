import type { CommitmentRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.js'
import { useWords } from '../words/use-words.js'
import { LightMark } from './light-mark.js'

interface Props {
  readonly title: string
  readonly count?: number
  readonly rows: readonly CommitmentRow[]
  /** What is done to each of them from here. */
  readonly verb?: string
  /** Whether all of them are my own, so that it need not be said whose. */
  readonly own?: boolean
  /** Where all of them are listed. */
  readonly allHref?: string
  readonly empty?: string
}

/** A few commitments on the overview: what, whose, by when, how it stands, and the way to act. */
export function ShortList({ title, count, rows, verb, own = false, allHref, empty }: Props): ReactNode {
  const words = useWords()
  const total = count ?? rows.length
  return (
    <section className="short-list">
      <h2>
        {title} <span className="muted">{total}</span>
        {allHref !== undefined && total > rows.length && (
          <Link to={allHref} className="see-all">
            {words.overview.seeAll}
          </Link>
        )}
      </h2>
      {rows.length === 0 && empty !== undefined && <p className="muted">{empty}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={own ? 'own' : undefined}>
            <Link to={paths.commitment(row.id)} className="short-title" title={row.title}>
              {row.title}
            </Link>
            {!own && <span className="short-owner">{row.ownerName}</span>}
            <span>{row.due}</span>
            <LightMark of={row} />
            {verb !== undefined && (
              <Link to={paths.commitment(row.id)} className="short-act" aria-label={`${verb} ${row.title}`}>
                {verb}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
