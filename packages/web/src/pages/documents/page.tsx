import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { Loaded } from '../../api/loaded.js'
import { DropZone } from '../../document/drop-zone.js'
import { useTitle } from '../../layout/use-title.js'
import { paths } from '../../paths.js'
import { useSession } from '../../session/use-session.js'
import { DataTable } from '../../ui/data-table.js'
import { StateView } from '../../ui/state-view.js'
import { useQueryState } from '../../ui/use-query-state.js'
import { useWords } from '../../words/use-words.js'
import { documentColumns } from './columns.js'
import { useDocuments } from './load.js'

export default function DocumentsPage(): ReactNode {
  const words = useWords()
  useTitle(words.documents.title)
  const navigate = useNavigate()
  const { me, place } = useSession()
  const [{ q }, change] = useQueryState()
  const read = useDocuments(q)
  const offices = me.posts
    .filter((it) => it.role === 'office')
    .map((it) => ({ unit: it.unit, name: it.unitName }))
  return (
    <>
      <div className="title-row">
        <h1>{words.documents.title}</h1>
        <input
          type="search"
          className="plain search no-print"
          maxLength={100}
          aria-label={words.documents.search}
          placeholder={words.documents.search}
          defaultValue={q ?? ''}
          onChange={(event) => change({ q: event.target.value.trim() })}
        />
      </div>
      {offices.length > 0 && <DropZone limits={place.limits} offices={offices} />}
      <Loaded read={read} lines={8}>
        {({ documents }) =>
          documents.length === 0 ? (
            <StateView title={q === undefined ? words.documents.emptyFirst : words.documents.empty} />
          ) : (
            <DataTable
              caption={words.documents.title}
              columns={documentColumns(words)}
              rows={documents}
              rowKey={(row) => row.id}
              busy={read.isFetching && q !== undefined}
              onRow={(row) => void navigate(paths.document(row.id))}
            />
          )
        }
      </Loaded>
    </>
  )
}
