import type { LinkRow } from '@gangmu/contract'
import { Link } from 'react-router'
import { paths } from '../../../paths.js'
import type { Column } from '../../../ui/data-table.js'
import { BasisView, ValidView } from '../../../unit/basis-view.js'
import type { Register } from '../../../unit/use-units.js'
import type { Words } from '../../../words/words.js'

/** The links of one unit, read from its side. */
export function linkColumns(
  words: Words,
  register: Register,
  unit: string,
  asOf: string | undefined,
): readonly Column<LinkRow>[] {
  const other = (row: LinkRow): string => (row.from === unit ? row.to : row.from)
  return [
    {
      key: 'direction',
      title: words.unit.direction,
      width: '72px',
      tight: true,
      render: (row) => (row.from === unit ? words.unit.outgoing : words.unit.incoming),
    },
    {
      key: 'kind',
      title: words.unit.links,
      width: '90px',
      tight: true,
      render: (row) => words.linkKinds[row.kind],
    },
    {
      key: 'other',
      title: words.unit.other,
      render: (row) => <Link to={paths.unit(other(row), asOf)}>{register.nameOf(other(row))}</Link>,
    },
    {
      key: 'otherKind',
      title: words.territory.columns.kind,
      width: '22%',
      render: (row) => {
        const kind = register.byId.get(other(row))?.kind
        return kind === undefined ? null : words.unitKinds[kind]
      },
    },
    {
      key: 'valid',
      title: words.unit.valid,
      width: '18%',
      render: (row) => <ValidView from={row.validFrom} to={row.validTo} />,
    },
    { key: 'basis', title: words.unit.basis, width: '22%', render: (row) => <BasisView basis={row.basis} /> },
  ]
}
