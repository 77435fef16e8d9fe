import type { UnitRow } from '@gangmu/contract'
import { Link } from 'react-router'
import { paths } from '../../paths.js'
import type { Column } from '../../ui/data-table.js'
import { BasisShort, ValidView } from '../../unit/basis-view.js'
import type { Register } from '../../unit/use-units.js'
import type { Words } from '../../words/words.js'

export function unitColumns(words: Words, register: Register, asOf?: string): readonly Column<UnitRow>[] {
  const { columns } = words.territory
  const within = new Map<string, string[]>()
  const links = new Map<string, number>()
  for (const link of register.links) {
    if (link.kind === 'part-of') within.set(link.from, [...(within.get(link.from) ?? []), link.to])
    for (const end of [link.from, link.to]) links.set(end, (links.get(end) ?? 0) + 1)
  }
  return [
    {
      key: 'name',
      title: columns.name,
      render: (row) => (
        <>
          <Link to={paths.unit(row.id, asOf)}>{row.name}</Link>
          <small className="beside-wrap">
            {[...row.aka, row.code].filter(Boolean).join(words.app.listComma)}
          </small>
        </>
      ),
    },
    { key: 'kind', title: columns.kind, width: '9em', render: (row) => words.unitKinds[row.kind] },
    {
      key: 'within',
      title: columns.within,
      width: '7em',
      render: (row) => (within.get(row.id) ?? []).map(register.nameOf).join(words.app.listComma),
    },
    {
      key: 'valid',
      title: columns.valid,
      width: '5em',
      render: (row) => <ValidView from={row.validFrom} to={row.validTo} />,
    },
    {
      key: 'links',
      title: columns.links,
      width: '3.5em',
      numeric: true,
      render: (row) => links.get(row.id) ?? 0,
    },
    {
      key: 'basis',
      title: columns.basis,
      width: '5em',
      tight: true,
      render: (row) => <BasisShort basis={row.basis} />,
    },
  ]
}
