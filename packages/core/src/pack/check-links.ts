import { type Refusal, refusal } from '../refusal.js'
import type { PackLink, PackUnit } from '../unit/unit.js'
import { type Validity, common, isEmpty, within } from '../unit/validity.js'
import type { PlacedRow } from './rows.js'

type Links = readonly PlacedRow<PackLink>[]

/** What is wrong with links on their own and beside each other; unknown ends are checked with the other names. */
export function checkLinks(links: Links, units: readonly PlacedRow<PackUnit>[]): Refusal[] {
  return [
    ...links.flatMap(selfLink),
    ...overlaps(links),
    ...outside(links, units),
    ...partOfCycles(links.filter((it) => it.row.kind === 'part-of' && it.row.from !== it.row.to)),
  ]
}

function selfLink({ path, row }: PlacedRow<PackLink>): Refusal[] {
  return row.from === row.to ? [refusal('pack.self-link', path, { unit: row.from })] : []
}

/** The same relation stated twice for the same days. */
function overlaps(links: Links): Refusal[] {
  const seen = new Map<string, PlacedRow<PackLink>[]>()
  return links.flatMap((it) => {
    const key = `${it.row.kind} ${it.row.from} ${it.row.to}`
    const earlier = seen.get(key) ?? []
    seen.set(key, [...earlier, it])
    const other = earlier.find((before) => common(before.row, it.row) !== null)
    return other ? [refusal('pack.link-overlap', it.path, { other: other.path })] : []
  })
}

/** A link cannot hold on days when one of its units does not. */
function outside(links: Links, units: readonly PlacedRow<PackUnit>[]): Refusal[] {
  const known = new Map(units.map((it) => [it.row.id, it.row]))
  return links.flatMap(({ path, row }) =>
    (['from', 'to'] as const).flatMap((end) => {
      const unit = known.get(row[end])
      return unit && !isEmpty(row) && !within(row, unit)
        ? [refusal('pack.link-outside-unit', `${path}/${end}`, { unit: unit.id })]
        : []
    }),
  )
}

/** A unit that is part of itself on some day, by way of others. Each cycle is told once, at its first link. */
function partOfCycles(links: Links): Refusal[] {
  const above = new Map<string, PlacedRow<PackLink>[]>()
  for (const it of links) above.set(it.row.from, [...(above.get(it.row.from) ?? []), it])
  const told = new Set<string>()
  return links.flatMap((first) => {
    const way = wayBack(above, first, [first.row.from, first.row.to], first.row)
    if (way === null) return []
    const key = [...way].toSorted().join(' ')
    if (told.has(key)) return []
    told.add(key)
    return [refusal('pack.part-of-cycle', first.path, { units: [...way, first.row.from].join(' → ') })]
  })
}

/** Units on the way from the end of `way` back to its start, over links that all hold on a common day. */
function wayBack(
  above: ReadonlyMap<string, Links>,
  last: PlacedRow<PackLink>,
  way: readonly string[],
  days: Validity,
): readonly string[] | null {
  for (const next of above.get(last.row.to) ?? []) {
    const shared = common(days, next.row)
    if (shared === null) continue
    if (next.row.to === way[0]) return way
    if (way.includes(next.row.to)) continue
    const found = wayBack(above, next, [...way, next.row.to], shared)
    if (found) return found
  }
  return null
}
