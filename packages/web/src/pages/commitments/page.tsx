import type { CommitmentRow } from '@gangmu/contract'
import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { Loaded } from '../../api/loaded.js'
import { LightCountsBar } from '../../commitment/light-counts.js'
import { ThemeTree } from '../../commitment/theme-tree.js'
import { useTitle } from '../../layout/use-title.js'
import { type Filters as Query, paths } from '../../paths.js'
import { useSession } from '../../session/use-session.js'
import { DataTable } from '../../ui/data-table.js'
import { Pager } from '../../ui/pager.js'
import { StateView } from '../../ui/state-view.js'
import { useWords } from '../../words/use-words.js'
import { dispatchBar } from './actions.js'
import { commitmentColumns } from './columns.js'
import { Filters, SortChoice } from './filters.js'
import { PAGE_SIZE, useCommitments, useFilters } from './load.js'

const CommitmentDrawer = lazy(async () => ({
  default: (await import('../../commitment/drawer.js')).CommitmentDrawer,
}))
const DispatchForm = lazy(async () => ({
  default: (await import('../../commitment/dispatch-form.js')).DispatchForm,
}))

export default function CommitmentsPage(): ReactNode {
  const words = useWords()
  useTitle(words.commitments.title)
  const { id } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const { subject } = useSession()
  const [filters, change] = useFilters()
  const { list, themes } = useCommitments(filters)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [dispatching, setDispatching] = useState(false)
  const columns = useMemo(() => commitmentColumns(words, search), [words, search])
  const hrefOf = (more: Query): string => paths.commitments({ ...filters, offset: undefined, ...more })
  const barredBy = useMemo(() => dispatchBar(subject, words), [subject, words])
  const rows = list.data?.commitments ?? []
  const picked = rows.filter((row) => chosen.has(row.id))
  const selection: Pick<Parameters<typeof DataTable<CommitmentRow>>[0], 'selection'> =
    barredBy === null
      ? {}
      : {
          selection: {
            chosen,
            choose,
            allLabel: words.app.selectAll,
            label: (row) => words.app.selectRow(row.title),
            barred: barredBy,
          },
        }
  const filtered = Object.keys(filters).some((key) => key !== 'sort' && key !== 'offset')

  return (
    <div className="with-side">
      <aside className="side no-print">
        <Loaded read={themes} lines={5}>
          {(data) => (
            <ThemeTree
              themes={data.themes}
              without={data.without}
              chosen={filters.theme}
              hrefOf={(theme) => hrefOf({ theme })}
            />
          )}
        </Loaded>
      </aside>
      <div className="main-column">
        <div className="title-row">
          <h1>{words.commitments.title}</h1>
          {list.data !== undefined && (
            <LightCountsBar
              counts={list.data.lights}
              chosen={filters.light}
              hrefOf={(light) => hrefOf({ light })}
            />
          )}
          <span className="spring" />
          <SortChoice filters={filters} change={change} />
        </div>
        <Filters filters={filters} change={change} />
        {picked.length > 0 && (
          <div className="bulk no-print" role="status">
            {words.commitments.selected(picked.length)}
            <Button type="primary" onClick={() => setDispatching(true)}>
              {words.commitments.dispatch}
            </Button>
            <Button onClick={() => choose(new Set())}>{words.app.clear}</Button>
          </div>
        )}
        <Loaded read={list} lines={14}>
          {(data) =>
            data.commitments.length === 0 ? (
              <StateView title={filtered ? words.commitments.empty : words.commitments.emptyAtAll} />
            ) : (
              <>
                <DataTable
                  caption={words.commitments.title}
                  columns={columns}
                  rows={data.commitments}
                  rowKey={(row) => row.id}
                  sort={filters.sort ?? 'due'}
                  onSort={(sort) => change({ sort, offset: undefined })}
                  current={id}
                  busy={list.isFetching}
                  onRow={(row) => void navigate({ pathname: paths.commitment(row.id), search })}
                  {...selection}
                />
                <Pager
                  offset={filters.offset ?? 0}
                  limit={filters.limit ?? PAGE_SIZE}
                  total={data.total}
                  words={words.app}
                  onChange={(offset) => change({ offset: offset === 0 ? undefined : String(offset) })}
                />
              </>
            )
          }
        </Loaded>
      </div>
      <Suspense fallback={null}>
        {id !== undefined && (
          <CommitmentDrawer
            id={id}
            search={search}
            onClose={() => void navigate({ pathname: paths.commitments(), search })}
          />
        )}
        {dispatching && picked.length > 0 && (
          <DispatchForm
            rows={picked}
            onClose={(done) => {
              setDispatching(false)
              if (done) choose(new Set())
            }}
          />
        )}
      </Suspense>
    </div>
  )
}
