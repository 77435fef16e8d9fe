import { routes, type ReorganisationRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { Loaded } from '../../../api/loaded.js'
import { useRead } from '../../../api/use-read.js'
import { useTitle } from '../../../layout/use-title.js'
import { paths } from '../../../paths.js'
import { type Column, DataTable } from '../../../ui/data-table.js'
import { StateView } from '../../../ui/state-view.js'
import { useWords } from '../../../words/use-words.js'
import type { Words } from '../../../words/words.js'

export default function ReorganisationsPage(): ReactNode {
  const words = useWords()
  useTitle(words.reorganisation.title)
  const navigate = useNavigate()
  const read = useRead(routes.reorganisation.list)
  return (
    <>
      <div className="title-row">
        <h1>{words.reorganisation.title}</h1>
        <Link to={paths.territory()}>{words.territory.title}</Link>
      </div>
      <p className="muted">{words.reorganisation.help}</p>
      <Loaded read={read} lines={8}>
        {({ reorganisations }) =>
          reorganisations.length === 0 ? (
            <StateView title={words.reorganisation.empty} />
          ) : (
            <DataTable
              caption={words.reorganisation.title}
              columns={columns(words)}
              rows={reorganisations}
              rowKey={(row) => row.id}
              onRow={(row) => void navigate(paths.reorganisation(row.id))}
            />
          )
        }
      </Loaded>
    </>
  )
}

function columns({ reorganisation: words }: Words): readonly Column<ReorganisationRow>[] {
  return [
    {
      key: 'title',
      title: words.columns.title,
      render: (row) => <Link to={paths.reorganisation(row.id)}>{row.title}</Link>,
    },
    { key: 'state', title: words.columns.state, tight: true, render: (row) => words.states[row.state] },
    { key: 'on', title: words.columns.on, tight: true, render: (row) => row.on },
    { key: 'by', title: words.columns.by, tight: true, render: (row) => row.publishedBy ?? row.createdBy },
  ]
}
