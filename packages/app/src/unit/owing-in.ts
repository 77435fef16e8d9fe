import type { Link } from '@gangmu/core'

/** What the map and the register ask of the units and links of a day. */
interface On {
  readonly links: readonly Pick<Link, 'kind' | 'from' | 'to'>[]
  readonly reachOf: (unit: string) => ReadonlySet<string>
}

/**
 * The units whose duties lie on a town: itself, what it is part of, and what covers it. With a unit chosen, only that
 * unit and those it answers for. The tile of the town is coloured by them, and the register lists them.
 */
export function owingIn(on: On, town: string, unit: string | undefined): readonly string[] {
  const below = unit === undefined ? null : on.reachOf(unit)
  const within = on.links.filter((it) => it.kind === 'part-of' && it.from === town).map((it) => it.to)
  const over = on.links.filter((it) => it.kind === 'covers' && it.to === town).map((it) => it.from)
  const chosen = unit !== undefined && below?.has(town) === true ? [unit] : []
  const here = [...new Set([town, ...within.slice(0, 1), ...over, ...chosen])]
  return here.filter((it) => below === null || below.has(it))
}
