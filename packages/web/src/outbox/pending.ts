import type { DecisionGiven } from '@gangmu/contract'
import type { Facts } from '../words/words.js'

export interface Refused {
  readonly status: number
  readonly refusals: readonly { readonly code: string; readonly path: string; readonly facts: Facts }[]
  /** The request whose refusal holds this one back: it was made on top of it. */
  readonly because: string | null
}

/** A decision a person made that the server has not answered yet, or has refused. */
export interface Pending extends Omit<DecisionGiven, 'person' | 'seen'> {
  readonly document: string
  readonly finding: string
  readonly quote: string
  readonly seen: number
  /** The findings it moves, each as it stood: the numbers of their last decisions. */
  readonly moves: readonly { readonly finding: string; readonly seq: number }[]
  /** Milliseconds since 1970, on this machine. */
  readonly at: number
  /** Whether it was sent at least once: the server may have it. */
  readonly tried: boolean
  readonly refused: Refused | null
}

/** What came back for one; status 0 where nothing did. */
export interface Outcome {
  readonly status: number
  readonly refusals: Refused['refusals']
  /** Whether the reply is about the finding that was decided: a page of a network's sign-in is not. */
  readonly answered: boolean
}

export type Verdict = 'done' | 'again' | 'signed-out' | 'refused'

/** Faults of the server, or of what stands before it, after which one stops standing in the way of the others. */
const FAULTS = 6
/** What a network says without looking at the decision: it passes. */
const PASSING = new Set([401, 407, 408, 429])

/** What to do about what came back. `tries` counts the sendings of this one without an answer. */
export function verdictOf(it: Outcome, tries: number): Verdict {
  if (it.answered) return 'done'
  if (it.status === 401 && it.refusals.length > 0) return 'signed-out'
  if (it.status === 500 && it.refusals.length > 0) return tries < FAULTS ? 'again' : 'refused'
  // A gateway that takes no such call, whatever the server would say.
  const barred = it.status >= 400 && it.status < 500 && it.refusals.length === 0 && !PASSING.has(it.status)
  if (barred) return tries < FAULTS ? 'again' : 'refused'
  if (it.status === 429 || it.status >= 500 || it.refusals.length === 0) return 'again'
  return 'refused'
}

/** Milliseconds until the next try: half a second, then twice as long each time, at most half a minute. */
export function delayAfter(tries: number): number {
  return Math.min(500 * 2 ** Math.max(0, tries - 1), 30_000)
}

/** The next to send: they go out in the order they were made, and what was refused waits for the person. */
export function nextOf(all: readonly Pending[]): Pending | undefined {
  return all.find((it) => it.refused === null)
}

/**
 * Marks one as refused, and holds back what was decided on top of it: sent alone, that would be about what somebody
 * else decided. Where another decided just the same, and nothing was built on it, it is settled and leaves.
 */
export function withRefusal(
  all: readonly Pending[],
  request: string,
  refusal: Omit<Refused, 'because'>,
): readonly Pending[] {
  const head = all.find((it) => it.request === request)
  if (head === undefined) return all
  const touched = new Set([head.finding, ...head.moves.map((it) => it.finding)])
  const after = all.slice(all.indexOf(head) + 1)
  const held = new Set<string>()
  for (const it of after) {
    if (it.refused !== null || it.document !== head.document) continue
    const own = [it.finding, ...it.moves.map((move) => move.finding)]
    if (!own.some((id) => touched.has(id))) continue
    held.add(it.request)
    for (const id of own) touched.add(id)
  }
  const wish = after.findLast((it) => held.has(it.request))?.decision ?? head.decision
  if (isSame(refusal, head.decision, wish)) return all.filter((it) => it !== head && !held.has(it.request))
  return all.map((it) => {
    if (it === head) return { ...it, refused: { ...refusal, because: null } }
    return held.has(it.request) ? { ...it, refused: { ...refusal, because: request } } : it
  })
}

/** Whether what stands by another's hand is what was wanted in the end, by one decision or a row of them. */
function isSame(
  { refusals }: Pick<Refused, 'refusals'>,
  first: Pending['decision'],
  wish: Pending['decision'],
): boolean {
  const [refusal] = refusals
  if (refusal?.code !== 'finding.changed') return false
  const theirs = refusal.facts['decision'] ?? 'reopen'
  // Decided and taken back: nothing was wanted. A finding that was decided before is wanted open.
  if (wish === 'reopen') return first !== 'reopen' || theirs === 'reopen'
  return wish !== 'edit' && theirs === wish
}

/** A refused decision and those it holds back: one thing to settle. */
export interface Conflict {
  readonly head: Pending
  readonly requests: readonly string[]
  /** What the person wanted in the end. */
  readonly wish: Pending
}

export function conflictsIn(all: readonly Pending[], document: string): readonly Conflict[] {
  return all
    .filter((it) => it.document === document && it.refused?.because === null)
    .map((head) => {
      const held = all.filter((it) => it.refused?.because === head.request)
      return { head, requests: [head, ...held].map((it) => it.request), wish: held.at(-1) ?? head }
    })
}

/** How many still go out, and how many wait for the person. */
export function countsOf(all: readonly Pending[]): { readonly waiting: number; readonly refused: number } {
  const refused = all.filter((it) => it.refused !== null)
  return {
    waiting: all.length - refused.length,
    refused: refused.filter((it) => it.refused?.because === null).length,
  }
}
