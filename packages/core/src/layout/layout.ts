import { type Refusal, refusal } from '../refusal.js'
import { accepted, refused, type Result } from '../result.js'
import { costOf, type Cost, preparedFrom, type Prepared } from './cost.js'
import { piecesOf } from './graph.js'
import { seeded } from './seeded.js'
import { moved } from './moves.js'
import { cutTree } from './tree.js'

/** A town to be laid to a zone, with what it is endowed with: population, land, output, industries. */
export interface Ground {
  readonly unit: string
  /** In the same order for every town; scaled to their spread, so that no unit of measure weighs more. */
  readonly endowment: readonly number[]
  /** What zones should have alike much of. */
  readonly size: number
}

/** 再精简、再完善: how towns might be laid to `zones` zones. */
export interface LayoutProblem {
  readonly towns: readonly Ground[]
  /** Pairs of towns with a common border. */
  readonly borders: readonly (readonly [string, string])[]
  readonly zones: number
  /** Zones that stay as they are; they count among `zones`. */
  readonly keep: readonly (readonly string[])[]
  /** Towns that must come to one zone. */
  readonly together: readonly (readonly string[])[]
  /** How much likeness within zones and balance between them count. */
  readonly likeness: number
  readonly balance: number
}

export interface Layout {
  /** Each zone's towns, in the order of the problem; the kept ones first. */
  readonly zones: readonly (readonly string[])[]
  readonly cost: Cost
}

const ROUNDS = 48

/**
 * Proposes zones that are of one piece, alike within and balanced between. A tree over the borders that joins likest
 * towns first is cut where cutting gains most (SKATER: Assunção, Neves, Câmara, Freitas 2006); then towns at the edge
 * change over while that makes it better (AZP: Openshaw 1977). Several rounds start from trees shaken by `seed`; the
 * same seed proposes the same.
 */
export function proposeLayout(problem: LayoutProblem, seed: number): Result<Layout> {
  const problems = problemsOf(problem)
  if (problems.length > 0) return refused(...problems)
  const prepared = preparedFrom(problem)
  const free = problem.zones - problem.keep.length
  const pieces = piecesOf(prepared.neighbours)
  if (prepared.blocks.length < free || pieces.length > free) {
    const facts = { zones: free, towns: prepared.blocks.length, pieces: pieces.length }
    return refused(refusal('layout.cannot-fill', '/zones', facts))
  }
  const random = seeded(seed)
  let best: { readonly zones: readonly (readonly number[])[]; readonly cost: Cost } | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const cut = cutTree(prepared, free, shakeOf(round, random))
    const zones = moved(prepared, cut, random)
    const cost = costOf(prepared, zones)
    if (best === null || cost.total < best.cost.total) best = { zones, cost }
  }
  if (best === null) throw new Error('there is at least one round')
  return accepted({
    zones: [...problem.keep, ...best.zones.map((it) => namesOf(prepared, it))],
    cost: best.cost,
  })
}

/** The first tree is the plain one, so that no shake makes the answer worse; then lightly shaken and random ones. */
function shakeOf(round: number, random: () => number): (unlikeness: number) => number {
  if (round === 0) return (unlikeness) => unlikeness
  return round % 2 === 0 ? (unlikeness) => unlikeness * (1 + random()) : random
}

/** The towns of blocks, in the order of the problem. */
function namesOf({ blocks, order }: Prepared, zone: readonly number[]): readonly string[] {
  return zone
    .flatMap((it) => blocks[it]?.towns ?? [])
    .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

function problemsOf({ towns, borders, zones, keep, together }: LayoutProblem): readonly Refusal[] {
  const known = new Set(towns.map((it) => it.unit))
  const width = towns[0]?.endowment.length ?? 0
  const unknown = (units: readonly string[], path: string): readonly Refusal[] =>
    units.filter((it) => !known.has(it)).map((unit) => refusal('layout.unknown-town', path, { unit }))
  const kept = keep.flat()
  return [
    ...(known.size < towns.length ? [refusal('layout.town-twice', '/towns', {})] : []),
    ...towns
      .filter((it) => it.endowment.length !== width || ![...it.endowment, it.size].every(Number.isFinite))
      .map(({ unit }) => refusal('layout.endowment', '/towns', { unit })),
    ...unknown(borders.flat(), '/borders'),
    ...unknown(kept, '/keep'),
    ...unknown(together.flat(), '/together'),
    ...(new Set(kept).size < kept.length ? [refusal('layout.town-twice', '/keep', {})] : []),
    // A block of towns apart would make a zone of pieces, whatever lies between them.
    ...together.flatMap((group, index) =>
      piecesOfTowns(group, borders) > 1
        ? [refusal('layout.apart', `/together/${index}`, { towns: group.join(' ') })]
        : [],
    ),
    ...together
      .flat()
      .filter((it) => kept.includes(it))
      .map((unit) => refusal('layout.kept-already', '/together', { unit })),
    ...(Number.isInteger(zones) && zones >= 1 && zones >= keep.length
      ? []
      : [refusal('layout.zones', '/zones', { zones })]),
  ]
}

/** How many pieces towns fall into by their borders with each other. */
function piecesOfTowns(towns: readonly string[], borders: LayoutProblem['borders']): number {
  const index = new Map(towns.map((it, at) => [it, at]))
  const neighbours = towns.map((): number[] => [])
  for (const [a, b] of borders) {
    const [from, to] = [index.get(a), index.get(b)]
    if (from === undefined || to === undefined) continue
    neighbours[from]?.push(to)
    neighbours[to]?.push(from)
  }
  return piecesOf(neighbours).length
}
