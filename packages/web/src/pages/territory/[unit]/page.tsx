import { coverage, type Leg, legs, mayReadAll, offices } from '@gangmu/core'
import { type ReactNode, useMemo } from 'react'
import { useParams } from 'react-router'
import { Loaded } from '../../../api/loaded.js'
import { LightCountsBar } from '../../../commitment/light-counts.js'
import { ShortList } from '../../../commitment/short-list.js'
import { useTitle } from '../../../layout/use-title.js'
import { paths } from '../../../paths.js'
import { useSession } from '../../../session/use-session.js'
import { DataTable } from '../../../ui/data-table.js'
import { StateView } from '../../../ui/state-view.js'
import { AsOfField } from '../../../unit/as-of-field.js'
import { BasisView, ValidView } from '../../../unit/basis-view.js'
import { type Register, useUnits } from '../../../unit/use-units.js'
import { useWords } from '../../../words/use-words.js'
import { useAsOf } from '../load.js'
import { linkColumns } from './columns.js'
import { useOwed } from './load.js'

export default function UnitPage(): ReactNode {
  const words = useWords()
  const { unit = '' } = useParams()
  const [asOf, setAsOf] = useAsOf()
  const { read, register } = useUnits(asOf)
  useTitle(register?.nameOf(unit) ?? words.territory.title)
  return (
    <Loaded read={read} lines={12}>
      {() =>
        register === null || !register.byId.has(unit) ? (
          <StateView page title={words.unit.notFound}>
            <AsOfField asOf={asOf} onChange={setAsOf} />
          </StateView>
        ) : (
          <Unit unit={unit} register={register} asOf={asOf} setAsOf={setAsOf} />
        )
      }
    </Loaded>
  )
}

interface Props {
  readonly unit: string
  readonly register: Register
  readonly asOf: string | undefined
  readonly setAsOf: (day: string) => void
}

function Unit({ unit, register, asOf, setAsOf }: Props): ReactNode {
  const words = useWords()
  const { subject } = useSession()
  const it = register.byId.get(unit)
  const links = register.links.filter((link) => link.from === unit || link.to === unit)
  const seesDuties = mayReadAll(subject) || offices(subject).length > 0
  if (it === undefined) return null
  return (
    <>
      <div className="title-row">
        <h1>{it.name}</h1>
        <span>{words.unitKinds[it.kind]}</span>
        <AsOfField asOf={asOf} onChange={setAsOf} />
      </div>
      <div className="unit-page">
        <div>
          <dl className="unit-facts">
            {it.aka.length > 0 && (
              <>
                <dt>{words.unit.aka}</dt>
                <dd>{it.aka.join(words.app.listComma)}</dd>
              </>
            )}
            <dt>{words.unit.code}</dt>
            <dd>{it.code ?? <span className="muted">{words.app.notStated}</span>}</dd>
            <dt>{words.unit.valid}</dt>
            <dd>
              <ValidView from={it.validFrom} to={it.validTo} />
            </dd>
            <dt>{words.unit.basis}</dt>
            <dd>
              <BasisView basis={it.basis} />
            </dd>
            {it.kind === 'zone' && <Legs unit={unit} register={register} />}
          </dl>
          <h2>
            {words.unit.links} <span className="muted">{links.length}</span>
          </h2>
          {links.length === 0 ? (
            <p className="muted">{words.unit.linksNone}</p>
          ) : (
            <DataTable
              caption={words.unit.links}
              columns={linkColumns(words, register, unit, asOf)}
              rows={links}
              rowKey={(row) => row.id}
            />
          )}
        </div>
        {seesDuties && <Owes unit={unit} />}
      </div>
    </>
  )
}

/** The three legs by the rule the coverage page uses. */
function Legs({ unit, register }: { readonly unit: string; readonly register: Register }): ReactNode {
  const words = useWords()
  const missing = useMemo<readonly Leg[]>(() => {
    const places = register.units.map((it) => ({ unit: it.id, kind: it.kind }))
    return coverage(places, register.links).legs.find((it) => it.zone === unit)?.missing ?? []
  }, [unit, register])
  return (
    <>
      <dt>{words.unit.legs}</dt>
      <dd>
        <ul className="chips">
          {legs.map((leg) => (
            <li key={leg} className={missing.includes(leg) ? 'lacking' : 'stated'}>
              <span aria-hidden="true">{missing.includes(leg) ? '✗' : '✓'}</span>
              {missing.includes(leg) ? words.coverage.legsMissing(words.legs[leg]) : words.legs[leg]}
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
}

function Owes({ unit }: { readonly unit: string }): ReactNode {
  const words = useWords()
  const read = useOwed(unit)
  return (
    <Loaded read={read} lines={8}>
      {(data) => (
        <div>
          <LightCountsBar counts={data.lights} hrefOf={(light) => paths.commitments({ unit, light })} />
          <ShortList
            title={words.unit.owes}
            count={data.total}
            rows={data.commitments}
            allHref={paths.commitments({ unit })}
            empty={words.unit.owesNone}
          />
        </div>
      )}
    </Loaded>
  )
}
