import type { CommitmentDetail, CommitmentRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.js'
import { useWords } from '../words/use-words.js'
import { LightMark } from './light-mark.js'

interface Props {
  readonly detail: CommitmentDetail
  readonly search: string
}

/** From the root down to what was handed on, and whether the shares add up. */
export function CascadeView({ detail, search }: Props): ReactNode {
  const words = useWords()
  const { allocation } = detail
  const say = (value: number): string => words.amount(value, allocation?.unit ?? '')
  return (
    <section>
      <h3>{words.commitment.cascade}</h3>
      {detail.above.length > 0 && (
        <>
          <h4>{words.commitment.above}</h4>
          <Rows rows={detail.above} search={search} />
        </>
      )}
      <h4>{words.commitment.below}</h4>
      {detail.below.length === 0 ? (
        <p className="muted">{words.commitment.noneBelow}</p>
      ) : (
        <Rows rows={detail.below} search={search} />
      )}
      {allocation !== null && (
        <p>
          {words.commitment.allocation(say(allocation.target), say(allocation.allocated))}
          {' · '}
          <strong>
            {allocation.unallocated === 0
              ? words.commitment.fullyAllocated
              : allocation.unallocated > 0
                ? words.commitment.unallocated(say(allocation.unallocated))
                : words.commitment.overAllocated(say(-allocation.unallocated))}
          </strong>
        </p>
      )}
    </section>
  )
}

function Rows({
  rows,
  search,
}: {
  readonly rows: readonly CommitmentRow[]
  readonly search: string
}): ReactNode {
  const words = useWords()
  return (
    <ul className="cascade">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={{ pathname: paths.commitment(row.id), search }}>{row.title}</Link>
          <span>{row.ownerName}</span>
          <span className="numeric">
            {row.target !== null && words.amount(row.target.value, row.target.unit)}
          </span>
          <span>{row.due}</span>
          <LightMark of={row} />
        </li>
      ))}
    </ul>
  )
}
