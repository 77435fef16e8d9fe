import { type Refusal, refusal } from '../refusal.js'
import type { Verb } from './action.js'
import type { Commitment, State } from './commitment.js'

/** The side of a commitment a unit may act from. */
export const sides = ['issuer', 'owner'] as const
export type Side = (typeof sides)[number]

interface Step {
  readonly from: readonly State[]
  readonly side: Side
  /** Not while what was handed down still lives: its issuer would be gone, or its target owed twice. */
  readonly childless?: true
}

const living: readonly State[] = ['draft', 'assigned', 'returned', 'accepted', 'reported', 'checked']

/** The one table of what may happen next, and to whom. Server and screen both read it. */
export const nextSteps: Readonly<Record<Exclude<Verb, 'create'>, Step>> = {
  assign: { from: ['draft', 'returned', 'assigned'], side: 'issuer' },
  accept: { from: ['assigned'], side: 'owner' },
  return: { from: ['assigned', 'accepted'], side: 'owner', childless: true },
  report: { from: ['accepted'], side: 'owner' },
  check: { from: ['reported'], side: 'issuer' },
  close: { from: ['checked'], side: 'issuer', childless: true },
  adjust: { from: ['draft', 'assigned', 'returned', 'accepted'], side: 'issuer' },
  cascade: { from: ['accepted'], side: 'owner' },
  transfer: { from: ['assigned', 'accepted', 'reported'], side: 'issuer', childless: true },
  suspend: { from: living, side: 'issuer' },
  resume: { from: ['suspended'], side: 'issuer' },
  withdraw: { from: [...living, 'suspended'], side: 'issuer', childless: true },
  escalate: { from: ['assigned', 'accepted'], side: 'issuer' },
  object: { from: ['assigned', 'accepted', 'reported'], side: 'owner' },
}

/** Who asks: the person, and on whose behalf. */
export interface Asker {
  readonly person: string
  /** The units the person may act for in the role of an office. */
  readonly offices: readonly string[]
}

export interface Possibility {
  readonly verb: Exclude<Verb, 'create'>
  /** The unit on whose behalf it would be done; null where refused. */
  readonly behalf: string | null
  /** Null where it may be done. */
  readonly refusal: Refusal | null
}

/** Everything that could happen next, each allowed or with the reason why not. `living`: children not yet at an end. */
export function next(it: Commitment, asker: Asker, living: number): readonly Possibility[] {
  return (Object.keys(nextSteps) as Exclude<Verb, 'create'>[]).map((verb) =>
    possibility(it, verb, asker, living),
  )
}

export function possibility(
  it: Commitment,
  verb: Exclude<Verb, 'create'>,
  asker: Asker,
  living: number,
): Possibility {
  const step = nextSteps[verb]
  const unit = step.side === 'issuer' ? it.issuer : it.owner
  const no = (reason: Refusal): Possibility => ({ verb, behalf: null, refusal: reason })
  if (!step.from.includes(it.state)) {
    return no(refusal('commitment.not-in-this-state', verb, { verb, state: it.state }))
  }
  if (!asker.offices.includes(unit)) {
    return no(refusal('commitment.not-your-side', verb, { verb, side: step.side, unit }))
  }
  if (verb === 'check' && it.lastReport?.by === asker.person) {
    return no(refusal('commitment.own-report', verb, { verb }))
  }
  if (step.childless === true && living > 0) {
    return no(refusal('commitment.children-living', verb, { verb, living }))
  }
  return { verb, behalf: unit, refusal: null }
}
