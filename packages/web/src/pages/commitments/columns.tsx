import type { CommitmentRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { amountText } from '../../commitment/figures.js'
import { LightMark } from '../../commitment/light-mark.js'
import { paths } from '../../paths.js'
import type { Column } from '../../ui/data-table.js'
import type { Words } from '../../words/words.js'

function LoadMark({ words }: { readonly words: Words }): ReactNode {
  return (
    <span className="load-mark" title={words.commitments.loadAcceptedWhy}>
      <span aria-hidden="true">{words.commitments.loadShort}</span>
      <span className="unseen">{words.commitments.loadAccepted}</span>
    </span>
  )
}

/** Columns of the register; `search` keeps the filters in the links. */
export function commitmentColumns(words: Words, search: string): readonly Column<CommitmentRow>[] {
  const { columns } = words.commitments
  return [
    {
      key: 'title',
      title: columns.title,
      sort: 'title',
      render: (row) => (
        <>
          <Link to={{ pathname: paths.commitment(row.id), search }}>{row.title}</Link>
          <small className="beside">
            {row.children > 0 && `${words.commitments.children(row.children)} `}
            {row.acceptedByLoad && <LoadMark words={words} />}
          </small>
        </>
      ),
    },
    {
      key: 'kind',
      title: columns.kind,
      width: '60px',
      tight: true,
      render: (row) => words.commitmentKinds[row.kind],
    },
    {
      key: 'owner',
      title: columns.owner,
      sort: 'owner',
      width: '132px',
      render: (row) => row.ownerName,
    },
    {
      key: 'due',
      title: columns.due,
      sort: 'due',
      width: '100px',
      tight: true,
      render: (row) => row.due ?? <span className="muted">{words.app.notStated}</span>,
    },
    {
      key: 'target',
      title: columns.target,
      width: '150px',
      render: (row) =>
        row.target === null ? null : (
          <>
            <span title={row.target.indicator}>{amountText(words, row.target)}</span>
            {row.latest !== null && (
              <small className="beside">
                {words.commitments.latest(words.amount(row.latest, row.target.unit))}
              </small>
            )}
          </>
        ),
    },
    {
      key: 'state',
      title: columns.state,
      width: '84px',
      tight: true,
      render: (row) => words.commitmentStates[row.state],
    },
    {
      key: 'light',
      title: columns.light,
      sort: 'light',
      width: '136px',
      render: (row) => <LightMark of={row} />,
    },
  ]
}
