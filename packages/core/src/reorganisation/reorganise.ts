import { allOfIt, compareShares, isSame, nothingShared, plus, type Share, times } from '../hierarchy/share.js'
import type { DayLink } from '../hierarchy/weights.js'
import { type Refusal, refusal } from '../refusal.js'
import { accepted, refused, type Result } from '../result.js'
import type { PlainDate } from '../time/plain-date.js'
import { applyStep } from './apply.js'
import { type Chart, chartOf, type ChartUnit, linkKey } from './chart.js'
import type { Lineage, Step } from './step.js'

/** What is known of a unit over time; days as in `Clocks`, end exclusive. */
export interface DatedUnit extends ChartUnit {
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
}
export interface DatedLink extends DayLink {
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
}
export interface Territory {
  readonly units: readonly DatedUnit[]
  readonly links: readonly DatedLink[]
}

/** What a reorganisation makes of the map: rows that end on its day and rows that begin on it. */
export interface Change {
  readonly ends: Territory
  readonly begins: { readonly units: readonly ChartUnit[]; readonly links: readonly DayLink[] }
  readonly lineage: readonly Lineage[]
}

const holdsOn = (on: PlainDate, it: { validFrom: PlainDate | null; validTo: PlainDate | null }): boolean =>
  (it.validFrom === null || it.validFrom <= on) && (it.validTo === null || on < it.validTo)

/** The chart of one day. */
export function chartOn(territory: Territory, on: PlainDate): Chart {
  return chartOf(
    territory.units.filter((it) => holdsOn(on, it)).map(({ unit, kind, name }) => ({ unit, kind, name })),
    territory.links
      .filter((it) => holdsOn(on, it))
      .map(({ kind, from, to, share }) =>
        share === undefined ? { kind, from, to } : { kind, from, to, share },
      ),
  )
}

/**
 * The steps done one after another on the map of a day. Refused are steps that name what is not there, circles,
 * shares of a covered unit that come to more than the whole, and units that change again on a later day: such a
 * later change must be undone first, so that no order of publishing decides what was.
 */
export function reorganise(territory: Territory, steps: readonly Step[], on: PlainDate): Result<Change> {
  if (steps.length === 0) return refused(refusal('reorganisation.no-steps', '/steps', {}))
  const before = chartOn(territory, on)
  let after = before
  let lineage: readonly Lineage[] = []
  for (const [index, step] of steps.entries()) {
    const early = unborn(territory, step, on, `/steps/${index}`)
    if (early.length > 0) return refused(...early)
    const applied = applyStep(after, step, `/steps/${index}`)
    if (!applied.ok) return applied
    after = applied.value.chart
    lineage = followed(lineage, applied.value.lineage, (unit) => before.units.has(unit))
  }
  const change = changeBetween(territory, before, after, on)
  const problems = [...circles(after), ...overfull(before, after), ...later(territory, change, on)]
  return problems.length > 0
    ? refused(...problems)
    : accepted({
        ...change,
        lineage: lineage.filter((it) => it.from !== it.to || !isSame(it.share, allOfIt)),
      })
}

/** A unit named before its own first day: said so, rather than that nobody knows it. */
function unborn(territory: Territory, step: Step, on: PlainDate, path: string): readonly Refusal[] {
  return unitsIn(step).flatMap((unit) => {
    const days = territory.units.filter((it) => it.unit === unit).map((it) => it.validFrom)
    const first = days.some((it) => it === null) ? null : (days.toSorted()[0] ?? null)
    return first !== null && on < first
      ? [refusal('reorganisation.before-birth', path, { unit, born: first, on })]
      : []
  })
}

/** The units a step names that must stand already. */
export function unitsIn(step: Step): readonly string[] {
  switch (step.kind) {
    case 'found':
      return [step.partOf, ...step.covers]
    case 'merge':
      return [...step.units, ...(typeof step.into === 'string' ? [step.into] : [])]
    case 'split':
      return [step.unit, ...step.parts.flatMap((it) => (typeof it.into === 'string' ? [it.into] : []))]
    case 'transfer':
      return [step.unit, step.from, step.to]
    case 'rename':
    case 'retype':
      return [step.unit]
    case 'abolish':
      return [step.unit, step.successor]
  }
}

function changeBetween(
  territory: Territory,
  before: Chart,
  after: Chart,
  on: PlainDate,
): Omit<Change, 'lineage'> {
  const sameUnit = (a: ChartUnit, b: ChartUnit | undefined): boolean =>
    b !== undefined && a.kind === b.kind && a.name === b.name
  const sameLink = (a: DayLink, b: DayLink | undefined): boolean =>
    b !== undefined && isSame(a.share ?? allOfIt, b.share ?? allOfIt)
  return {
    ends: {
      units: territory.units.filter((it) => holdsOn(on, it) && !sameUnit(it, after.units.get(it.unit))),
      links: territory.links.filter((it) => holdsOn(on, it) && !sameLink(it, after.links.get(linkKey(it)))),
    },
    begins: {
      units: [...after.units.values()].filter((it) => !sameUnit(it, before.units.get(it.unit))),
      links: [...after.links.values()].filter((it) => !sameLink(it, before.links.get(linkKey(it)))),
    },
  }
}

function circles(chart: Chart): readonly Refusal[] {
  const wholes = new Map<string, string[]>()
  for (const it of chart.links.values()) {
    if (it.kind === 'part-of') wholes.set(it.from, [...(wholes.get(it.from) ?? []), it.to])
  }
  const inCircle = (unit: string): boolean => {
    const seen = new Set<string>()
    const queue = [...(wholes.get(unit) ?? [])]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === unit) return true
      if (seen.has(next)) continue
      seen.add(next)
      queue.push(...(wholes.get(next) ?? []))
    }
    return false
  }
  return [...wholes.keys()]
    .filter(inCircle)
    .map((unit) => refusal('reorganisation.circle', '/steps', { unit }))
}

/** Units covered by more than the whole after the steps, and not so before them. */
function overfull(before: Chart, after: Chart): readonly Refusal[] {
  const was = coveredBy(before)
  return [...coveredBy(after)].flatMap(([key, sum]) =>
    compareShares(sum, allOfIt) > 0 && compareShares(sum, was.get(key) ?? nothingShared) > 0
      ? [refusal('reorganisation.covered-twice', '/steps', { unit: key.split(' ')[0] ?? key })]
      : [],
  )
}

/** How much of each unit is covered by units of one kind; parks may lie over zones. */
function coveredBy(chart: Chart): ReadonlyMap<string, Share> {
  const sums = new Map<string, Share>()
  for (const it of chart.links.values()) {
    if (it.kind !== 'covers') continue
    const key = `${it.to} ${chart.units.get(it.from)?.kind}`
    sums.set(key, plus(sums.get(key) ?? nothingShared, it.share ?? allOfIt))
  }
  return sums
}

/** What the change touches and what changes again later, what then names a unit it ends, or ends under its links. */
function later(territory: Territory, change: Omit<Change, 'lineage'>, on: PlainDate): readonly Refusal[] {
  const ended = new Map(
    [...change.ends.units, ...change.ends.links].flatMap((it) =>
      it.validTo === null ? [] : [[nameOf(it), it.validTo] as const],
    ),
  )
  const begun = new Set([...change.begins.units, ...change.begins.links].map(nameOf))
  for (const it of [...territory.units, ...territory.links]) {
    if (it.validFrom !== null && it.validFrom > on && begun.has(nameOf(it)))
      ended.set(nameOf(it), it.validFrom)
  }
  const over = new Set(change.ends.units.map((it) => it.unit))
  for (const it of change.begins.units) over.delete(it.unit)
  for (const it of territory.links) {
    if (it.validFrom !== null && it.validFrom > on && (over.has(it.from) || over.has(it.to)))
      ended.set(nameOf(it), it.validFrom)
  }
  for (const it of change.begins.links.flatMap(({ from, to }) => [from, to])) {
    const day = territory.units.find((row) => row.unit === it && holdsOn(on, row))?.validTo ?? null
    if (day !== null && !territory.units.some((row) => row.unit === it && row.validFrom === day))
      ended.set(it, day)
  }
  return [...ended].map(([unit, day]) => refusal('reorganisation.changes-later', '/on', { unit, day, on }))
}

const nameOf = (it: ChartUnit | DayLink): string => ('unit' in it ? it.unit : linkKey(it))

/** One step's lineage after those before it, told of the units that stood before the draft. */
function followed(
  sofar: readonly Lineage[],
  next: readonly Lineage[],
  stoodBefore: (unit: string) => boolean,
): readonly Lineage[] {
  const goesTo = new Map<string, Lineage[]>()
  for (const it of next) goesTo.set(it.from, [...(goesTo.get(it.from) ?? []), it])
  const known = new Set(sofar.map((it) => it.from))
  const carried = sofar.flatMap((it) => {
    const on = goesTo.get(it.to)
    return on === undefined
      ? [it]
      : on.map((one) => ({ from: it.from, to: one.to, share: times(it.share, one.share) }))
  })
  return summed([...carried, ...next.filter((it) => stoodBefore(it.from) && !known.has(it.from))])
}

/** Each pair once; a share of nothing is none. */
function summed(all: readonly Lineage[]): readonly Lineage[] {
  const pairs = new Map<string, Lineage>()
  for (const it of all) {
    const key = `${it.from} ${it.to}`
    pairs.set(key, { ...it, share: plus(it.share, pairs.get(key)?.share ?? nothingShared) })
  }
  return [...pairs.values()].filter((it) => it.share.part > 0n)
}
