import { routes } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { Loaded } from '../../../api/loaded.js'
import { useRead } from '../../../api/use-read.js'
import { useTitle } from '../../../layout/use-title.js'
import { paths } from '../../../paths.js'
import { Choice } from '../../../ui/choice.js'
import { DataTable } from '../../../ui/data-table.js'
import { useQueryState } from '../../../ui/use-query-state.js'
import { AsOfField } from '../../../unit/as-of-field.js'
import { type Register, useUnits } from '../../../unit/use-units.js'
import { useWords } from '../../../words/use-words.js'
import { useAsOf } from '../load.js'
import { Claims } from './claims.js'
import { legColumns } from './columns.js'

type Data = z.output<typeof routes.unit.coverage.reply>

export default function CoveragePage(): ReactNode {
  const words = useWords()
  useTitle(words.coverage.title)
  const [asOf, setAsOf] = useAsOf()
  const [{ city }, change] = useQueryState()
  const read = useRead(routes.unit.coverage, { query: { asOf, city } }, { keep: true })
  const { register } = useUnits(asOf)
  return (
    <>
      <div className="title-row">
        <h1>{words.coverage.title}</h1>
        <AsOfField asOf={asOf} onChange={setAsOf} />
        {read.data !== undefined && read.data.cities.length > 1 && (
          <label>
            {words.coverage.city}{' '}
            <Choice
              label={words.coverage.city}
              value={read.data.city}
              options={read.data.cities.map((it) => [it, register?.nameOf(it) ?? it] as const)}
              onChange={(chosen) => change({ city: chosen === read.data?.cities[0] ? undefined : chosen })}
            />
          </label>
        )}
        <Link to={paths.territory(asOf)}>{words.territory.title}</Link>
      </div>
      <Loaded read={read} lines={14}>
        {(data) => <Coverage data={data} register={register} asOf={asOf} />}
      </Loaded>
    </>
  )
}

interface Props {
  readonly data: Data
  readonly register: Register | null
  readonly asOf: string | undefined
}

function Coverage({ data, register, asOf }: Props): ReactNode {
  const words = useWords()
  const [{ gaps }, change] = useQueryState()
  const nameOf = register?.nameOf ?? ((unit: string) => unit)
  const complete = data.legs.filter((it) => it.missing.length === 0).length
  const legs = gaps === '1' ? data.legs.filter((it) => it.missing.length > 0) : data.legs
  const link = (unit: string): ReactNode => <Link to={paths.unit(unit, asOf)}>{nameOf(unit)}</Link>
  return (
    <div className="coverage">
      <Claims data={data} />
      <section>
        <h2>
          {words.coverage.holes} <span className="muted">{data.holes.length}</span>
        </h2>
        {data.holes.length === 0 ? (
          <p>
            <span aria-hidden="true">✓ </span>
            {words.coverage.holesNone}
          </p>
        ) : (
          <ul className="unit-links">
            {data.holes.map((it) => (
              <li key={it}>{link(it)}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>
          {words.coverage.overlaps} <span className="muted">{data.overlaps.length}</span>
        </h2>
        {data.overlaps.length === 0 ? (
          <p>
            <span aria-hidden="true">✓ </span>
            {words.coverage.overlapsNone}
          </p>
        ) : (
          <ul>
            {data.overlaps.map((it) => (
              <li key={it.town}>
                {link(it.town)}
                {words.app.colon}
                {it.zones.map((zone, index) => (
                  <span key={zone}>
                    {index > 0 && words.app.listComma}
                    {link(zone)}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <div className="title-row">
          <h2>{words.coverage.legs}</h2>
          <span className="muted">{words.coverage.completeCount(complete, data.legs.length)}</span>
          <label className="no-print">
            <input
              type="checkbox"
              checked={gaps === '1'}
              onChange={(event) => change({ gaps: event.target.checked ? '1' : undefined })}
            />{' '}
            {words.coverage.show}
          </label>
        </div>
        <p className="muted">{words.coverage.legsHelp}</p>
        <DataTable
          caption={words.coverage.legs}
          columns={legColumns(words, register, asOf)}
          rows={legs}
          rowKey={(row) => row.zone}
        />
      </section>
    </div>
  )
}
