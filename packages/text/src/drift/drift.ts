import { type Certainty, certainties, type Drift, type DriftFact, driftKinds } from '@gangmu/core'
import { absenceFrom } from './absent.js'
import { sideOf } from './changed.js'
import { type Match, matchesOf } from './match.js'
import { type Pledge, pledgesOf, remarksOf, type Side } from './pledge.js'
import { rules } from './rules/index.js'
import { figureOf } from './rules/value.js'
import { statedOf } from './stated.js'

/**
 * 变化: what became of the pledges of an older document in a newer one, worst first, the surest of a kind first, then in the order of the
 * older text; then what is new, the words of a stated change aside. A pledge the newer document has no reason to speak of is left out. Pure; n × m pledges.
 */
export function drift(older: Side, newer: Side): readonly Drift[] {
  const [before, after, remarks] = [pledgesOf(older), pledgesOf(newer), remarksOf(newer)]
  const stated = statedOf(newer, before)
  const open = before.filter((it) => !stated.has(it))
  const matches = matchesOf(open, after)
  const matched = new Set(matches.flatMap((it) => [it.older, it.newer]))
  const left = open.filter((it) => !matched.has(it))
  const answers = matchesOf(left, remarks)
  const answered = new Set(answers.map((it) => it.older))
  const absence = absenceFrom(older, newer, after, matched)
  const absent = left.flatMap((it): Drift[] => {
    const why = answered.has(it) ? null : absence(it)
    return why === null
      ? []
      : [{ kind: 'dropped', ...namesOf(it), older: sideOf(it, why.why), newer: null, ...why }]
  })
  const told = [...stated.values()].flatMap((it) => it.newer?.changed ?? [])
  const fresh = after
    .filter((it) => !matched.has(it))
    .filter(({ anchor }) => !told.some(([start, end]) => anchor.start < end && anchor.end > start))
    .map(freshOf)
  return [...stated.values(), ...[...matches, ...answers].map(compared), ...absent, ...fresh].toSorted(
    (a, b) =>
      driftKinds.indexOf(a.kind) - driftKinds.indexOf(b.kind) ||
      certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty) ||
      placeOf(a) - placeOf(b),
  )
}

const FAR = 4

function compared({ older, newer, alike, besides, rival }: Match): Drift {
  const facts = newer.standing === 'reported' ? [reported(older, newer)] : changes(older, newer)
  const why: DriftFact[] =
    rival === null ? facts : [...facts, { of: 'rival', ordinal: rival.ordinal, effect: 'same' }]
  const effects = new Set(facts.map((it) => it.effect).filter((it) => it !== 'same'))
  const kind = effects.has('weaker')
    ? 'weakened'
    : effects.has('later')
      ? 'postponed'
      : effects.has('stronger')
        ? 'raised'
        : 'kept'
  const mixed = effects.has('stronger') && effects.size > 1
  const doubtful = mixed || farApart(older, newer) || (rival !== null && kind !== 'kept')
  return {
    kind,
    ...namesOf(older, newer),
    older: sideOf(older, why),
    newer: sideOf(newer, why),
    why,
    certainty: certaintyOf(alike, besides, doubtful),
  }
}

function changes(older: Pledge, newer: Pledge): DriftFact[] {
  return rules.flatMap((rule) => rule(older, newer) ?? [])
}

/** A report is no promise taken back, however far it has come. */
function reported(older: Pledge, newer: Pledge): DriftFact {
  const unit = older.quantity?.unit ?? newer.quantity?.unit ?? ''
  return { of: 'reported', from: figureOf(older), to: figureOf(newer), unit, effect: 'same' }
}

/** Promises seldom grow or shrink so much: more likely they are of another scope. */
function farApart(older: Pledge, newer: Pledge): boolean {
  const [from, to] = [figureOf(older), figureOf(newer)]
  return from !== null && to !== null && Math.max(from, to) > FAR * Math.min(from, to)
}

/** A match on part of the words is shown as such; where signs or candidates disagree, even more so. */
function certaintyOf(alike: number, besides: number, doubtful: boolean): Certainty {
  if (doubtful || alike < 0.7) return 'low'
  return alike >= 0.88 || (alike >= 0.75 && besides >= 0.25) ? 'high' : 'medium'
}

function freshOf(it: Pledge): Drift {
  return {
    kind: 'new',
    ...namesOf(it),
    older: null,
    newer: sideOf(it, []),
    why: [],
    certainty: 'medium',
  }
}

function namesOf(it: Pledge, other: Pledge = it): Pick<Drift, 'subject' | 'actor'> {
  return { subject: it.subject.title, actor: it.actor === '' ? other.actor : it.actor }
}

function placeOf({ older, newer }: Drift): number {
  return (older ?? newer)?.anchor.start ?? 0
}
