import { mayReadReorganisations, type UnitKind, unitKinds } from '@gangmu/core'
import { type ReactNode, useCallback, useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { Loaded } from '../../api/loaded.js'
import { useTitle } from '../../layout/use-title.js'
import { paths } from '../../paths.js'
import { useSession } from '../../session/use-session.js'
import { Choice } from '../../ui/choice.js'
import { DataTable } from '../../ui/data-table.js'
import { StateView } from '../../ui/state-view.js'
import { useQueryState } from '../../ui/use-query-state.js'
import { AsOfField } from '../../unit/as-of-field.js'
import { TerritoryMap } from '../../unit/territory-map.js'
import { useWords } from '../../words/use-words.js'
import { unitColumns } from './columns.js'
import { useAsOf, useTerritory } from './load.js'

export default function TerritoryPage(): ReactNode {
  const words = useWords()
  useTitle(words.territory.title)
  const navigate = useNavigate()
  const { subject, place } = useSession()
  const [asOf, setAsOf] = useAsOf()
  const [{ kind = '', q = '' }, change] = useQueryState()
  const { tiles, read, register } = useTerritory(asOf)
  const hrefOf = useCallback((unit: string) => paths.unit(unit, asOf), [asOf])
  const units = useMemo(
    () =>
      (register?.units ?? []).filter(
        (it) =>
          (kind === '' || it.kind === kind) &&
          [it.name, ...it.aka, it.code ?? ''].some((text) => text.includes(q.trim())),
      ),
    [register, kind, q],
  )
  const kinds = unitKinds.filter((it) => register?.units.some((unit) => unit.kind === it))
  return (
    <>
      <div className="title-row">
        <h1>{words.territory.title}</h1>
        <AsOfField asOf={asOf} onChange={setAsOf} />
        <Link to={paths.coverage(asOf)}>{words.territory.coverage}</Link>
        {mayReadReorganisations(subject, place.city) && (
          <Link to={paths.reorganisations()}>{words.reorganisation.title}</Link>
        )}
      </div>
      <div className="territory">
        <Loaded read={tiles} lines={10}>
          {(data) => <TerritoryMap tiles={data.tiles} register={register} coloured={false} hrefOf={hrefOf} />}
        </Loaded>
        <div>
          <div className="filters no-print">
            <h2>{words.territory.units}</h2>
            <input
              type="search"
              className="plain search"
              aria-label={words.territory.search}
              placeholder={words.territory.search}
              value={q}
              onChange={(event) => change({ q: event.target.value })}
            />
            <Choice
              label={words.territory.kind}
              empty={words.territory.kind}
              value={kind as UnitKind | ''}
              options={kinds.map((it) => [it, words.unitKinds[it]] as const)}
              onChange={(value) => change({ kind: value })}
            />
            <span className="muted">{words.app.total(units.length)}</span>
          </div>
          <Loaded read={read} lines={12}>
            {() =>
              units.length === 0 || register === null ? (
                <StateView title={words.territory.empty} />
              ) : (
                <DataTable
                  caption={words.territory.units}
                  columns={unitColumns(words, register, asOf)}
                  rows={units}
                  rowKey={(row) => row.id}
                  onRow={(row) => void navigate(paths.unit(row.id, asOf))}
                />
              )
            }
          </Loaded>
        </div>
      </div>
    </>
  )
}
