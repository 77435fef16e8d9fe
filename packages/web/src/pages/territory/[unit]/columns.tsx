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
      key: 'kind',
      title: words.unit.links,
      width: '96px',
      tight: true,
      render: (row) => (
        <>
          <span aria-hidden="true">{row.from === unit ? '→ ' : '← '}</span>
          <span className="unseen">{row.from === unit ? words.unit.outgoing : words.unit.incoming} </span>
          {words.linkKinds[row.kind]}
        </>
      ),
    },
    {
      key: 'other',
      title: words.unit.other,
      render: (row) => <Link to={paths.unit(other(row), asOf)}>{register.nameOf(other(row))}</Link>,
    },
    {
      key: 'otherKind',
      title: words.territory.columns.kind,
      width: '9em',
      render: (row) => {
        const kind = register.byId.get(other(row))?.kind
        return kind === undefined ? null : words.unitKinds[kind]
      },
    },
    {
      key: 'valid',
      title: words.unit.valid,
      width: '5em',
      render: (row) => <ValidView from={row.validFrom} to={row.validTo} />,
    },
    {
      key: 'basis',
      title: words.unit.basis,
      width: '27%',
      render: (row) => <BasisView basis={row.basis} />,
    },
  ]
}
