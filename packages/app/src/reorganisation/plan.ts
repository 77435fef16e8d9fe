import {
  type Change,
  type DatedLineage,
  type Refusal,
  type Share,
  type Territory,
  changedTerritory,
  endedUnits,
  newDefects,
  refusal,
  reorganise,
  standingHeir,
  stepOf,
} from '@gangmu/core'
import { type Reader, type ReorganisationDraft, lineageNow, territoryNow, unitNames } from '@gangmu/store'
import type { App } from '../app.js'
import { canonical, sha256 } from '../ledger/entry.js'
import { type Moves, movesOf } from './moves.js'

/** What a draft does to the map as it stands, and to those who stand on it. */
export interface Plan {
  readonly territory: Territory
  /** Null where the steps cannot be done at all. */
  readonly change: Change | null
  readonly digest: string | null
  readonly moves: Moves
  /** Each with the names of the units it speaks of. */
  readonly refusals: readonly Refusal[]
  readonly nameOf: (unit: string) => string
}

/** A share the register can keep. */
const finest = 2n ** 31n

/** The one plan that a preview shows and a publication carries out. `day` is today. */
export async function planOf(
  app: App,
  db: Reader,
  draft: Pick<ReorganisationDraft, 'on' | 'steps'>,
  day: string,
): Promise<Plan> {
  const territory = await territoryNow(db)
  const known = await unitNames(db)
  const done = reorganise(territory, draft.steps.map(stepOf), draft.on)
  const made = new Map(done.ok ? done.value.begins.units.map((it) => [it.unit, it.name]) : [])
  const nameOf = (unit: string) => known.get(unit) ?? made.get(unit) ?? unit
  const named = (all: readonly Refusal[]) => all.map((it) => withNames(it, nameOf))
  if (!done.ok) {
    return {
      territory,
      change: null,
      digest: null,
      moves: { commitments: [], posts: [], documents: [] },
      refusals: named(done.refusals),
      nameOf,
    }
  }
  const change = done.value
  const { heirOf, heirless } = heirsOf(territory, change, await lineageNow(db), draft.on, day)
  const moves = await movesOf(db, endedUnits(change), (unit) => heirOf(unit) ?? unit, draft.on)
  return {
    territory,
    change,
    digest: sha256(canonical({ on: draft.on, ...changeJson(change) })),
    moves,
    refusals: named([
      ...unkept(app, territory, change),
      ...orphans(heirless, moves),
      ...newDefects(territory, change, draft.on).map((it) =>
        refusal('reorganisation.defect', '/steps', {
          hierarchy: it.hierarchy,
          problem: it.problem,
          level: it.level,
          unit: it.leaf,
          units: it.units.map(nameOf).join('、'),
          sum: `${it.sum.part}/${it.sum.whole}`,
        }),
      ),
    ]),
    nameOf,
  }
}

function heirsOf(
  territory: Territory,
  change: Change,
  recorded: readonly DatedLineage[],
  on: string,
  day: string,
) {
  const when = day > on ? day : on
  const stand = new Set(
    changedTerritory(territory, change, on)
      .units.filter(
        (it) => (it.validFrom === null || it.validFrom <= when) && (it.validTo === null || when < it.validTo),
      )
      .map((it) => it.unit),
  )
  const lineage = [...recorded, ...change.lineage.map((it) => ({ ...it, on }))]
  const heirs = new Map(
    endedUnits(change).map((it) => [it, standingHeir(it, lineage, (unit) => stand.has(unit))]),
  )
  return {
    heirOf: (unit: string) => heirs.get(unit) ?? null,
    heirless: [...heirs].flatMap(([unit, heir]) => (heir === null ? [unit] : [])),
  }
}

/** Ended units whose duties, posts or documents nobody who stands would take. */
function orphans(heirless: readonly string[], moves: Moves): readonly Refusal[] {
  return heirless.flatMap((unit) => {
    const commitments = moves.commitments.filter(({ it }) => it.owner === unit || it.issuer === unit).length
    const posts = moves.posts.filter((it) => it.unit === unit).length
    const documents = moves.documents.find((it) => it.unit === unit)?.count ?? 0
    return commitments + posts + documents === 0
      ? []
      : [refusal('reorganisation.no-heir', '/steps', { unit, commitments, posts, documents })]
  })
}

/** What the register of this place cannot take. */
function unkept(app: App, territory: Territory, change: Change): readonly Refusal[] {
  const { city } = app.place.manifest
  const known = new Set(territory.units.map((it) => it.unit))
  const stood = new Set(change.ends.units.map((it) => it.unit))
  const shares = [...change.lineage, ...change.begins.links].flatMap((it) => it.share ?? [])
  return [
    ...(endedUnits(change).includes(city)
      ? [refusal('reorganisation.own-city', '/steps', { unit: city })]
      : []),
    // An id never names another unit, not even one that ended before.
    ...change.begins.units
      .filter((it) => known.has(it.unit) && !stood.has(it.unit))
      .map((it) => refusal('reorganisation.unit-exists', '/steps', { unit: it.unit })),
    ...(shares.some((it) => it.whole >= finest) ? [refusal('reorganisation.too-fine', '/steps', {})] : []),
  ]
}

/** A change in JSON, for the ledger and its digest. */
export function changeJson({ ends, begins, lineage }: Change) {
  const share = <T extends { readonly share?: Share }>({ share: it, ...rest }: T) =>
    it === undefined ? rest : { ...rest, share: `${it.part}/${it.whole}` }
  return {
    ends: { units: ends.units, links: ends.links.map(share) },
    begins: { units: begins.units, links: begins.links.map(share) },
    lineage: lineage.map(share),
  }
}

const namedFacts = ['unit', 'upper'] as const

function withNames(it: Refusal, nameOf: (unit: string) => string): Refusal {
  const names = namedFacts.flatMap((key) => {
    const unit = it.facts[key]
    return typeof unit === 'string' ? [[`${key}Name`, unit.split(' ').map(nameOf).join(' ')]] : []
  })
  return { ...it, facts: { ...it.facts, ...Object.fromEntries(names) } }
}
