import { routes } from '@gangmu/contract'
import { mayReadEntries } from '@gangmu/core'
import type { ReactNode } from 'react'
import { Loaded } from '../../../api/loaded.js'
import { useRead } from '../../../api/use-read.js'
import { AdminHead } from '../../../entry/admin-head.js'
import { useTitle } from '../../../layout/use-title.js'
import { useSession } from '../../../session/use-session.js'
import { DataTable } from '../../../ui/data-table.js'
import { StateView } from '../../../ui/state-view.js'
import { useQueryState } from '../../../ui/use-query-state.js'
import { useWords } from '../../../words/use-words.js'
import { entryColumns } from './columns.js'

const LIMIT = 100

export default function EntriesPage(): ReactNode {
  const words = useWords()
  useTitle(words.admin.entries)
  const { subject } = useSession()
  return (
    <>
      <AdminHead />
      {mayReadEntries(subject) ? (
        <Entries />
      ) : (
        <StateView title={words.states.forbidden} detail={words.states.forbiddenWhy} />
      )}
    </>
  )
}

function Entries(): ReactNode {
  const words = useWords()
  const [{ before }, change] = useQueryState()
  const read = useRead(
    routes.overview.entries,
    { query: { limit: LIMIT, ...(before === undefined ? {} : { before: Number(before) }) } },
    { keep: true },
  )
  return (
    <Loaded read={read} lines={12}>
      {({ entries, total }) =>
        entries.length === 0 ? (
          <StateView title={words.admin.entriesEmpty} />
        ) : (
          <>
            <DataTable
              caption={words.admin.entries}
              columns={entryColumns(words)}
              rows={entries}
              rowKey={(row) => String(row.id)}
              busy={read.isFetching}
            />
            <div className="pager">
              <span>{words.admin.entriesTotal(total)}</span>
              <span className="no-print">
                {before !== undefined && (
                  <button type="button" className="plain" onClick={() => change({ before: undefined })}>
                    {words.commitments.newest}
                  </button>
                )}
                {entries.length === LIMIT && (
                  <button
                    type="button"
                    className="plain"
                    onClick={() => change({ before: String(entries.at(-1)?.id ?? '') })}
                  >
                    {words.admin.earlier}
                  </button>
                )}
              </span>
            </div>
          </>
        )
      }
    </Loaded>
  )
}
