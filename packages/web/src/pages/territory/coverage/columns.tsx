import { type Leg, legs } from '@gangmu/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../paths.js'
import type { Column } from '../../../ui/data-table.js'
import type { Register } from '../../../unit/use-units.js'
import type { Words } from '../../../words/words.js'

interface Row {
  readonly zone: string
  readonly missing: readonly Leg[]
}

/** A zone, the towns and enterprises it stands on, and the leg it lacks by name. */
export function legColumns(
  words: Words,
  register: Register | null,
  asOf: string | undefined,
): readonly Column<Row>[] {
  const nameOf = register?.nameOf ?? ((unit: string) => unit)
  const links = register?.links ?? []
  const names = (units: readonly string[]): ReactNode =>
    units.map((unit, index) => (
      <span key={unit}>
        {index > 0 && words.app.listComma}
        <Link to={paths.unit(unit, asOf)}>{nameOf(unit)}</Link>
      </span>
    ))
  const gap = (leg: Leg): ReactNode => (
    <span className="problem">
      <span aria-hidden="true">✗ </span>
      {words.coverage.legsMissing(words.legs[leg])}
    </span>
  )
  return [
    {
      key: 'zone',
      title: words.coverage.zone,
      width: '22%',
      render: (row) => <Link to={paths.unit(row.zone, asOf)}>{nameOf(row.zone)}</Link>,
    },
    {
      key: 'town',
      title: words.legs.town,
      render: (row) =>
        row.missing.includes('town')
          ? gap('town')
          : names(links.filter((it) => it.kind === 'covers' && it.from === row.zone).map((it) => it.to)),
    },
    {
      key: 'soe',
      title: words.legs.soe,
      width: '28%',
      render: (row) =>
        row.missing.includes('soe')
          ? gap('soe')
          : names(
              links
                .filter(
                  (it) =>
                    it.kind === 'member' && it.to === row.zone && register?.byId.get(it.from)?.kind === 'soe',
                )
                .map((it) => it.from),
            ),
    },
    {
      key: 'missing',
      title: words.coverage.legs,
      width: '10%',
      tight: true,
      render: (row) =>
        row.missing.length === 0 ? (
          <>
            <span aria-hidden="true">✓ </span>
            {words.coverage.legsComplete}
          </>
        ) : (
          `${legs.length - row.missing.length} / ${legs.length}`
        ),
    },
  ]
}
