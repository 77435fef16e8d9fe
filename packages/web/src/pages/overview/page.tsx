import { offices } from '@gangmu/core'
import { type ReactNode, useCallback } from 'react'
import { Link, Navigate } from 'react-router'
import { Loaded } from '../../api/loaded.js'
import { LightCountsBar } from '../../commitment/light-counts.js'
import { ShortList } from '../../commitment/short-list.js'
import { railItems } from '../../layout/rail.js'
import { useTitle } from '../../layout/use-title.js'
import { paths } from '../../paths.js'
import { useSession } from '../../session/use-session.js'
import { useQueryState } from '../../ui/use-query-state.js'
import { TerritoryMap } from '../../unit/territory-map.js'
import { UnitChoice } from '../../unit/unit-choice.js'
import { useUnits } from '../../unit/use-units.js'
import { useWords } from '../../words/use-words.js'
import { NewestDocuments } from './documents.js'
import { useOverview } from './load.js'
import { NeedsMe } from './needs-me.js'

export default function OverviewPage(): ReactNode {
  const { subject } = useSession()
  // An administrator sees no duty: the pages of administration are the first screen.
  return railItems(subject).includes('overview') ? <Overview /> : <Navigate to={paths.admin()} replace />
}

function Overview(): ReactNode {
  const words = useWords()
  useTitle(words.overview.title)
  const { subject } = useSession()
  const [{ unit }, change] = useQueryState()
  const { overview, tiles } = useOverview(unit)
  const { register } = useUnits()
  const hrefOf = useCallback((of: string) => paths.commitments({ place: of, unit }), [unit])
  return (
    <>
      <div className="title-row">
        <h1>{words.overview.title}</h1>
        {overview.data !== undefined && (
          <LightCountsBar
            counts={overview.data.lights}
            hrefOf={(light) => paths.commitments({ light, unit })}
          />
        )}
      </div>
      <div className="overview">
        <div>
          <Loaded read={overview} lines={12}>
            {(data) => (
              <>
                {offices(subject).length > 0 && <NeedsMe data={data} />}
                <ShortList
                  title={words.overview.red}
                  count={data.lights.red}
                  rows={data.red}
                  allHref={paths.commitments({ light: 'red', unit })}
                  empty={words.overview.redNone}
                />
              </>
            )}
          </Loaded>
        </div>
        <div>
          <section aria-labelledby="map-title">
            <div className="map-head">
              <h2 id="map-title">{words.overview.map}</h2>
              <label>
                {words.overview.mapWhose}{' '}
                <UnitChoice
                  label={words.overview.mapWhose}
                  empty={words.overview.mapAll}
                  register={register}
                  value={unit ?? ''}
                  onChange={(chosen) => change({ unit: chosen })}
                />
              </label>
              {unit !== undefined && <Link to={paths.commitments({ unit })}>{words.unit.owesAll}</Link>}
            </div>
            <Loaded read={tiles} lines={10}>
              {(data) => <TerritoryMap tiles={data.tiles} register={register} coloured hrefOf={hrefOf} />}
            </Loaded>
          </section>
          {overview.data !== undefined && <NewestDocuments documents={overview.data.documents} />}
        </div>
      </div>
    </>
  )
}
