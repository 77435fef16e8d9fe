import type { DocumentRow } from '@gangmu/contract'
import { Link } from 'react-router'
import { paths } from '../../paths.js'
import type { Column } from '../../ui/data-table.js'
import { minuteOf } from '../../ui/time.js'
import { sentenceFor } from '../../words/refusal-words.js'
import type { Words } from '../../words/words.js'

export function documentColumns(words: Words): readonly Column<DocumentRow>[] {
  const { columns } = words.documents
  return [
    {
      key: 'title',
      title: columns.title,
      render: (row) => (
        <>
          <Link to={paths.document(row.id)}>{row.title || words.documents.untitled}</Link>
          <small className="beside">{row.name}</small>
          {row.refusal !== null && <p className="problem">{sentenceFor(words, row.refusal)}</p>}
        </>
      ),
    },
    {
      key: 'date',
      title: columns.date,
      width: '100px',
      tight: true,
      render: (row) => row.date ?? <span className="muted">{words.app.notStated}</span>,
    },
    {
      key: 'publisher',
      title: columns.publisher,
      width: '12%',
      render: (row) => row.publisher ?? <span className="muted">{words.app.notStated}</span>,
    },
    { key: 'receivedBy', title: columns.receivedBy, width: '10%', render: (row) => row.receivedByName },
    {
      key: 'receivedAt',
      title: columns.receivedAt,
      width: '140px',
      tight: true,
      render: (row) => minuteOf(row.receivedAt),
    },
    {
      key: 'state',
      title: columns.state,
      width: '84px',
      tight: true,
      render: (row) => words.documentStates[row.state],
    },
    { key: 'findings', title: columns.findings, width: '70px', numeric: true, render: (row) => row.findings },
    {
      key: 'open',
      title: columns.open,
      width: '70px',
      numeric: true,
      render: (row) => (row.open > 0 ? <strong>{row.open}</strong> : 0),
    },
    {
      key: 'commitments',
      title: columns.commitments,
      width: '96px',
      numeric: true,
      render: (row) =>
        row.commitments === 0 ? (
          0
        ) : (
          <Link to={paths.commitments({ document: row.id })}>{row.commitments}</Link>
        ),
    },
  ]
}
