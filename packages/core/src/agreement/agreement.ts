import { allOfIt, isSame, type Share, sumOf } from '../hierarchy/share.js'
import { type Refusal, refusal } from '../refusal.js'
import type { PlainDate } from '../time/plain-date.js'

/** 协议: what parties promised each other about one place, and how they share what arises there. */
export interface Agreement {
  readonly id: string
  readonly kind: AgreementKind
  readonly parties: readonly string[]
  /** The unit whose results are shared: a park built together, an area promoted together. */
  readonly site: string
  /** First and last day; null where the text names none. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  /** Commitments the parties took on. */
  readonly undertakings: readonly string[]
  readonly contributions: readonly Contribution[]
  readonly rules: readonly SharingRule[]
}

/** 框架协议、共同出资、共同开发、联合招商. */
export const agreementKinds = ['framework', 'co-funding', 'co-development', 'joint-promotion'] as const
export type AgreementKind = (typeof agreementKinds)[number]

/** What a party puts in. Money in fen, so that sums are exact. */
export interface Contribution {
  readonly party: string
  readonly promised: bigint
  readonly paid: bigint
}

/** How one indicator (null: every other) is shared over a time; the shares of a rule sum to one. */
export interface SharingRule {
  readonly indicator: string | null
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly shares: readonly { readonly party: string; readonly share: Share }[]
}

/** What is wrong with an agreement by itself. */
export function agreementProblems(it: Agreement): readonly Refusal[] {
  const known = new Set(it.parties)
  const stranger = (party: string, path: string): readonly Refusal[] =>
    known.has(party) ? [] : [refusal('agreement.no-party', path, { party })]
  return [
    ...(known.size < 2 ? [refusal('agreement.one-party', '/parties', {})] : []),
    ...(known.size < it.parties.length ? [refusal('agreement.party-twice', '/parties', {})] : []),
    ...backwards(it, ''),
    ...it.contributions.flatMap((one, index) => [
      ...stranger(one.party, `/contributions/${index}/party`),
      ...(one.promised < 0n || one.paid < 0n
        ? [refusal('agreement.negative', `/contributions/${index}`, { party: one.party })]
        : []),
    ]),
    ...it.rules.flatMap((rule, index) => ruleProblems(rule, it.rules, index, stranger)),
  ]
}

function ruleProblems(
  rule: SharingRule,
  rules: readonly SharingRule[],
  index: number,
  stranger: (party: string, path: string) => readonly Refusal[],
): readonly Refusal[] {
  const path = `/rules/${index}`
  const sum = sumOf(rule.shares.map((it) => it.share))
  const parties = new Set(rule.shares.map((it) => it.party))
  const earlier = rules
    .slice(0, index)
    .findIndex((it) => it.indicator === rule.indicator && overlaps(it, rule))
  return [
    ...backwards(rule, path),
    ...rule.shares.flatMap((it, at) => stranger(it.party, `${path}/shares/${at}/party`)),
    ...(parties.size < rule.shares.length ? [refusal('agreement.party-twice', `${path}/shares`, {})] : []),
    ...(isSame(sum, allOfIt)
      ? []
      : [refusal('agreement.shares', `${path}/shares`, { sum: `${sum.part}/${sum.whole}` })]),
    ...(earlier < 0
      ? []
      : [refusal('agreement.two-rules', path, { indicator: rule.indicator, other: earlier })]),
  ]
}

interface Span {
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

const backwards = ({ from, to }: Span, path: string): readonly Refusal[] =>
  from !== null && to !== null && to < from
    ? [refusal('agreement.ends-before', `${path}/to`, { from, to })]
    : []

/** Whether two spans of days, last day included, have a day in common. */
export function overlaps(a: Span, b: Span): boolean {
  return (
    (a.from === null || b.to === null || a.from <= b.to) &&
    (b.from === null || a.to === null || b.from <= a.to)
  )
}

/**
 * Agreements that would share the same results: of one site, on one day, for one indicator. The results of a site
 * are shared once, so one of the two has to give way before they are published.
 */
export function contested(agreements: readonly Agreement[]): readonly Refusal[] {
  return agreements.flatMap((it, index) =>
    agreements
      .slice(0, index)
      .flatMap((other) =>
        other.site === it.site && overlaps(it, other) && shareTheSame(it, other)
          ? [refusal('agreement.site-shared-twice', `/${it.id}`, { site: it.site, other: other.id })]
          : [],
      ),
  )
}

/** Whether two agreements have rules for one indicator (null is every one) on a day both are in force. */
function shareTheSame(a: Agreement, b: Agreement): boolean {
  return a.rules.some((one) =>
    b.rules.some(
      (other) =>
        (one.indicator === null || other.indicator === null || one.indicator === other.indicator) &&
        overlaps(one, other),
    ),
  )
}
