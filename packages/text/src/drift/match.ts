import { familyOf } from './event.js'
import { measureOf } from './measure.js'
import type { Pledge } from './pledge.js'
import { similarity } from './subject.js'
import { figureOf } from './rules/value.js'
import { lastDay } from './time.js'

export interface Match {
  readonly older: Pledge
  readonly newer: Pledge
  /** 0 to 1: how alike the words are. */
  readonly alike: number
  /** Equal figures, dates and measures that speak for it as well. */
  readonly besides: number
  /** Another pledge that might as well be the same one, on either side. */
  readonly rival: Pledge | null
}

const ENOUGH = 0.6
/** Across kinds (a figure here, an action there) only the words speak, so they must say more. */
const ENOUGH_ACROSS = 0.7
const CLOSE = 0.05

/** Pledges that are the same, one to one, the most alike first. Never by position: that only breaks a tie. */
export function matchesOf(older: readonly Pledge[], newer: readonly Pledge[]): readonly Match[] {
  const sharing = sharingIn(newer)
  const pairs = older.flatMap((a, i) =>
    sharing(a).flatMap(([b, j]) => {
      const it = scoreOf(a, b)
      const score = it === null ? 0 : it.alike + it.besides
      return it === null ? [] : [{ a, b, ...it, score, apart: Math.abs(i / older.length - j / newer.length) }]
    }),
  )
  const [of, by] = [groupBy(pairs, (it) => it.a), groupBy(pairs, (it) => it.b)]
  const taken = new Set<Pledge>()
  const matches: Match[] = []
  for (const pair of pairs.toSorted((x, y) => y.score - x.score || x.apart - y.apart)) {
    const { a, b, score } = pair
    if (taken.has(a) || taken.has(b)) continue
    const near = [...(of.get(a) ?? []), ...(by.get(b) ?? [])].filter(
      (it) => it !== pair && it.score >= score - CLOSE && !taken.has(it.a) && !taken.has(it.b),
    )
    const rival = near[0] === undefined ? null : near[0].a === a ? near[0].b : near[0].a
    taken.add(a).add(b)
    matches.push({ older: a, newer: b, alike: pair.alike, besides: pair.besides, rival })
  }
  return matches
}

/** Those whose names share a pair of characters with a pledge's, with their places: no others can be the same. */
function sharingIn(pledges: readonly Pledge[]): (it: Pledge) => readonly (readonly [Pledge, number])[] {
  const index = new Map<string, [Pledge, number][]>()
  for (const [at, it] of pledges.entries()) {
    const entry: [Pledge, number] = [it, at]
    for (const pair of it.subject.pairs) {
      const group = index.get(pair)
      if (group) group.push(entry)
      else index.set(pair, [entry])
    }
  }
  return ({ subject }) => [...new Set([...subject.pairs].flatMap((pair) => index.get(pair) ?? []))]
}

/** How surely two pledges are one; null where they are not. Equal figures and dates speak for it, and settle ties. */
function scoreOf(a: Pledge, b: Pledge): Pick<Match, 'alike' | 'besides'> | null {
  if (a.subject.marks !== b.subject.marks) return null
  const across = a.kind !== b.kind
  // Most pairs of a long document end here or before: what costs more comes after.
  if (otherActors(a, b) || (!across && !sameKind(a, b))) return null
  const enough = across ? ENOUGH_ACROSS : ENOUGH
  const alike = similarity(a.subject, b.subject, enough)
  if (alike < enough || !sameActor(a, b, alike) || isNextRound(a, b)) return null
  const [x, y] = [figureOf(a), figureOf(b)]
  const besides =
    (x !== null && x === y ? 0.15 : 0) +
    (a.last === b.last ? 0.1 : 0) +
    (a.quantity?.unit === b.quantity?.unit ? 0.05 : 0) +
    (a.quantity?.threshold?.value === b.quantity?.threshold?.value ? 0.1 : 0) +
    (a.anchor.quote === b.anchor.quote ? 0.1 : 0) -
    (across ? 0.2 : 0)
  return { alike, besides }
}

function sameKind(a: Pledge, b: Pledge): boolean {
  if (a.quantity !== null && b.quantity !== null) {
    if (measureOf(a.quantity.unit)[0] !== measureOf(b.quantity.unit)[0] && !directional(a) && !directional(b))
      return false
    return a.subject.counts === b.subject.counts || a.subject.counts === null || b.subject.counts === null
  }
  return a.event === null || b.event === null || familyOf(a.event) === familyOf(b.event)
}

function directional({ quantity }: Pledge): boolean {
  return quantity?.form === 'directional'
}

/** Two that are both named and differ; a project, which a milestone is of, is followed from one to the other. */
function otherActors(a: Pledge, b: Pledge): boolean {
  const project = a.kind === 'milestone' && b.kind === 'milestone'
  return !a.actorless && !b.actorless && !project && a.bare !== b.bare
}

/**
 * Two districts that promise the same are two pledges, and so are a city and its district; a named project is one,
 * whoever speaks of it.
 */
function sameActor(a: Pledge, b: Pledge, alike: number): boolean {
  if (a.bare === b.bare || names(a, b) || names(b, a)) return true
  if (a.kind === 'milestone' && b.kind === 'milestone') return alike > 0.8 && a.subject.core.length >= 6
  if (a.actorless && b.actorless) return a.actor === '' || b.actor === ''
  return (a.actorless || b.actorless) && alike > 0.9 && figureOf(a) === figureOf(b)
}

/** A sentence that has no actor of its own, but names the other's. */
function names(a: Pledge, b: Pledge): boolean {
  return a.actorless && !b.actorless && a.anchor.quote.includes(b.bare)
}

/** This year's target beside last year's: the older had run out when the newer was made, so it is another round. */
function isNextRound(a: Pledge, b: Pledge): boolean {
  const [before, after] = [a.last, b.last]
  return b.standing === 'pledged' && before !== null && after !== null && before < after && lapsed(a, b.on)
    ? a.kind !== 'milestone'
    : false
}

export function lapsed(pledge: Pledge, on: string | null): boolean {
  const [last, day] = [pledge.last, lastDay(on, null)]
  return last !== null && day !== null && last < day
}

function groupBy<T>(all: readonly T[], key: (it: T) => Pledge): ReadonlyMap<Pledge, readonly T[]> {
  const groups = new Map<Pledge, T[]>()
  for (const it of all) {
    const group = groups.get(key(it))
    if (group) group.push(it)
    else groups.set(key(it), [it])
  }
  return groups
}
