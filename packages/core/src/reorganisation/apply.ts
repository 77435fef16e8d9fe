import { allOfIt, compareShares, isSame, sumOf } from '../hierarchy/share.js'
import type { DayLink } from '../hierarchy/weights.js'
import { type Refusal, refusal } from '../refusal.js'
import { accepted, refused, type Result } from '../result.js'
import {
  type Chart,
  lowerOf,
  partOf,
  relinked,
  underOver,
  withLinks,
  withoutUnit,
  withUnit,
} from './chart.js'
import type { Lineage, NewUnit, Part, Step } from './step.js'

export interface Applied {
  readonly chart: Chart
  readonly lineage: readonly Lineage[]
}

/** What a step makes of the chart; refused where it says what cannot be, at `path` and below. */
export function applyStep(chart: Chart, step: Step, path: string): Result<Applied> {
  switch (step.kind) {
    case 'found':
      return found(chart, step, path)
    case 'merge':
      return merge(chart, step, path)
    case 'split':
      return split(chart, step, path)
    case 'transfer':
      return transfer(chart, step, path)
    case 'rename':
    case 'retype':
      return change(chart, step, path)
    case 'abolish':
      return abolish(chart, step, path)
  }
}

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>

const unknown = (chart: Chart, units: readonly string[], path: string): readonly Refusal[] =>
  units
    .filter((it) => !chart.units.has(it))
    .map((unit) => refusal('reorganisation.unknown-unit', path, { unit }))

function taken(chart: Chart, { unit }: NewUnit, path: string): readonly Refusal[] {
  return chart.units.has(unit) ? [refusal('reorganisation.unit-exists', path, { unit })] : []
}

function found(chart: Chart, { unit, partOf: whole, covers }: Of<'found'>, path: string): Result<Applied> {
  const problems = [
    ...taken(chart, unit, `${path}/unit`),
    ...unknown(chart, [whole], `${path}/partOf`),
    ...unknown(chart, covers, `${path}/covers`),
  ]
  if (problems.length > 0) return refused(...problems)
  const covered = new Set(covers)
  const bare = relinked(chart, (it) =>
    it.kind === 'covers' && covered.has(it.to) && chart.units.get(it.from)?.kind === unit.kind ? null : it,
  )
  return done(
    withLinks(withUnit(bare, unit), [
      { kind: 'part-of', from: unit.unit, to: whole },
      ...covers.map((it) => ({ kind: 'covers', from: unit.unit, to: it }) as const),
    ]),
  )
}

function merge(chart: Chart, step: Of<'merge'>, path: string): Result<Applied> {
  const { units, into } = step
  const end = typeof into === 'string' ? into : into.unit
  const ended = units.filter((it) => it !== end)
  const problems = [
    ...unknown(chart, units, `${path}/units`),
    ...(typeof into === 'string'
      ? unknown(chart, [into], `${path}/into`)
      : taken(chart, into, `${path}/into`)),
    ...(new Set(units).size < units.length ? [refusal('reorganisation.twice', `${path}/units`, {})] : []),
    ...(ended.length === 0 ? [refusal('reorganisation.into-itself', path, { unit: end })] : []),
  ]
  if (problems.length > 0) return refused(...problems)
  const wholes = new Set(
    [...units, end].flatMap((it) => partOf(chart, it)).filter((it) => it !== end && !ended.includes(it)),
  )
  if (step.partOf === undefined && wholes.size > 1) {
    const named = [...wholes].join(' ')
    return refused(refusal('reorganisation.whose-part', `${path}/partOf`, { unit: end, wholes: named }))
  }
  if (step.partOf !== undefined && !chart.units.has(step.partOf)) {
    return refused(refusal('reorganisation.unknown-unit', `${path}/partOf`, { unit: step.partOf }))
  }
  if (step.partOf !== undefined && [end, ...ended].includes(step.partOf)) {
    return refused(refusal('reorganisation.into-itself', `${path}/partOf`, { unit: step.partOf }))
  }
  const gone = new Set(ended)
  const moved = (it: string): string => (gone.has(it) ? end : it)
  const standing = typeof into === 'string' ? chart : withUnit(chart, into)
  const linked = relinked(standing, (it) => {
    const link = { ...it, from: moved(it.from), to: moved(it.to) }
    return step.partOf !== undefined && link.kind === 'part-of' && link.from === end
      ? { ...link, to: step.partOf }
      : link
  })
  const left = ended.reduce(withoutUnit, linked)
  return done(
    left,
    ended.map((from) => ({ from, to: end, share: allOfIt })),
  )
}

function split(chart: Chart, { unit, parts }: Of<'split'>, path: string): Result<Applied> {
  const old = chart.units.get(unit)
  if (old === undefined) return refused(...unknown(chart, [unit], `${path}/unit`))
  const problems = splitProblems(chart, unit, parts, path)
  if (problems.length > 0) return refused(...problems)
  const ends = parts.map(({ into }) => (typeof into === 'string' ? into : into.unit))
  const home = new Map(parts.flatMap((it, index) => it.lower.map((lower) => [lower, ends[index] ?? unit])))
  const goesOn = ends.includes(unit)
  // What is neither above nor below (who funds it, who runs it) stays with the unit, or goes to the largest part.
  const heir = goesOn
    ? unit
    : heirOf(parts.map((it, index) => ({ to: ends[index] ?? unit, share: it.weight })))
  const made = parts.reduce<Chart>(
    (all, { into }) => (typeof into === 'string' ? all : withUnit(all, into)),
    chart,
  )
  // What it was part of, and what covered it, goes for each new part as well; an existing one has its own.
  const isAbove = (it: DayLink): boolean => it.kind !== 'member' && underOver(it)?.[0] === unit
  const above = [...chart.links.values()].filter(isAbove)
  const moved = relinked(made, (it) => {
    const under = underOver(it)
    if (under?.[1] === unit) return withEnds(it, unit, home.get(under[0]) ?? unit)
    if (isAbove(it)) return goesOn ? it : null
    return it.from === unit || it.to === unit ? withEnds(it, unit, heir) : it
  })
  const linked = withLinks(
    moved,
    parts.flatMap(({ into }) =>
      typeof into === 'string' ? [] : above.map((it) => withEnds(it, unit, into.unit)),
    ),
  )
  return done(
    goesOn ? linked : withoutUnit(linked, unit),
    parts.map((it, index) => ({ from: unit, to: ends[index] ?? unit, share: it.weight })),
  )
}

function splitProblems(chart: Chart, unit: string, parts: readonly Part[], path: string): readonly Refusal[] {
  const lower = lowerOf(chart, unit).map((it) => it.lower)
  const given = parts.flatMap((it) => it.lower)
  const ends = parts.map(({ into }) => (typeof into === 'string' ? into : into.unit))
  const sum = sumOf(parts.map((it) => it.weight))
  return [
    ...(parts.length < 2 ? [refusal('reorganisation.one-part', `${path}/parts`, { unit })] : []),
    ...(new Set(ends).size < ends.length ? [refusal('reorganisation.twice', `${path}/parts`, {})] : []),
    ...parts.flatMap(({ into }, index) => {
      const at = `${path}/parts/${index}/into`
      return typeof into === 'string' ? unknown(chart, [into], at) : taken(chart, into, at)
    }),
    ...(isSame(sum, allOfIt)
      ? []
      : [refusal('reorganisation.weights', `${path}/parts`, { unit, sum: `${sum.part}/${sum.whole}` })]),
    ...given
      .filter((it) => !lower.includes(it))
      .map((it) => refusal('reorganisation.not-below', `${path}/parts`, { unit: it, upper: unit })),
    ...lower
      .filter((it) => given.filter((one) => one === it).length !== 1)
      .map((it) =>
        refusal(
          given.includes(it) ? 'reorganisation.below-twice' : 'reorganisation.left-over',
          `${path}/parts`,
          {
            unit: it,
            upper: unit,
          },
        ),
      ),
  ]
}

function transfer(chart: Chart, { unit, from, to }: Of<'transfer'>, path: string): Result<Applied> {
  const problems = unknown(chart, [unit, from, to], path)
  if (problems.length > 0) return refused(...problems)
  if (to === from || to === unit)
    return refused(refusal('reorganisation.into-itself', `${path}/to`, { unit: to }))
  const isBetween = (it: DayLink): boolean => {
    const ends = underOver(it)
    return ends?.[0] === unit && ends[1] === from
  }
  if (![...chart.links.values()].some(isBetween)) {
    return refused(refusal('reorganisation.not-below', `${path}/unit`, { unit, upper: from }))
  }
  return done(relinked(chart, (it) => (isBetween(it) ? withEnds(it, from, to) : it)))
}

function change(chart: Chart, step: Of<'rename' | 'retype'>, path: string): Result<Applied> {
  const old = chart.units.get(step.unit)
  if (old === undefined) return refused(...unknown(chart, [step.unit], `${path}/unit`))
  const unit = step.kind === 'rename' ? { ...old, name: step.name } : { ...old, kind: step.to }
  if (unit.name === old.name && unit.kind === old.kind) {
    return refused(refusal('reorganisation.no-change', path, { unit: step.unit }))
  }
  return done(withUnit(chart, unit))
}

function abolish(chart: Chart, { unit, successor }: Of<'abolish'>, path: string): Result<Applied> {
  const problems = unknown(chart, [unit, successor], path)
  if (problems.length > 0) return refused(...problems)
  if (unit === successor) return refused(refusal('reorganisation.into-itself', `${path}/successor`, { unit }))
  // What it was itself part of ends with it: the successor has a place of its own, unless that was below the unit.
  const inherits = partOf(chart, successor).includes(unit)
  const linked = relinked(chart, (it) =>
    underOver(it)?.[0] === unit && !(inherits && it.kind === 'part-of')
      ? null
      : withEnds(it, unit, successor),
  )
  return done(withoutUnit(linked, unit), [{ from: unit, to: successor, share: allOfIt }])
}

const withEnds = (link: DayLink, old: string, end: string): DayLink => ({
  ...link,
  from: link.from === old ? end : link.from,
  to: link.to === old ? end : link.to,
})

/** Who answers for what cannot be divided: the largest share, of equal ones the first by name of the unit. */
export function heirOf(shares: readonly Pick<Lineage, 'to' | 'share'>[]): string {
  const [first] = shares.toSorted((a, b) => compareShares(b.share, a.share) || (a.to < b.to ? -1 : 1))
  if (first === undefined) throw new Error('somebody goes on')
  return first.to
}

function done(chart: Chart, lineage: readonly Lineage[] = []): Result<Applied> {
  return accepted({ chart, lineage })
}
