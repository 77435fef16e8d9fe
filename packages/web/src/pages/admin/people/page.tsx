import { routes } from '@gangmu/contract'
import { mayAdminister } from '@gangmu/core'
import type { ReactNode } from 'react'
import { Loaded } from '../../../api/loaded.js'
import { useRead } from '../../../api/use-read.js'
import { AdminHead } from '../../../entry/admin-head.js'
import { useTitle } from '../../../layout/use-title.js'
import { useSession } from '../../../session/use-session.js'
import { DataTable } from '../../../ui/data-table.js'
import { StateView } from '../../../ui/state-view.js'
import { useWords } from '../../../words/use-words.js'
import { peopleColumns } from './columns.js'

export default function PeoplePage(): ReactNode {
  const words = useWords()
  useTitle(words.admin.people)
  const { subject } = useSession()
  return (
    <>
      <AdminHead />
      {mayAdminister(subject) ? (
        <People />
      ) : (
        <StateView title={words.states.forbidden} detail={words.states.forbiddenWhy} />
      )}
    </>
  )
}

function People(): ReactNode {
  const words = useWords()
  const read = useRead(routes.overview.people)
  return (
    <Loaded read={read} lines={8}>
      {({ people }) =>
        people.length === 0 ? (
          <StateView title={words.admin.peopleEmpty} />
        ) : (
          <DataTable
            caption={words.admin.people}
            columns={peopleColumns(words)}
            rows={people}
            rowKey={(row) => row.id}
          />
        )
      }
    </Loaded>
  )
}
