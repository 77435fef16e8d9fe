import { apportion } from '../hierarchy/share.js'
import type { PlainDate } from '../time/plain-date.js'
import { type Agreement, overlaps, type SharingRule } from './agreement.js'

/** A result where it arose (在地), in minor units of its indicator, of a period given by its last day. */
export interface PlacedValue {
  readonly unit: string
  readonly indicator: string
  readonly day: PlainDate
  readonly amount: bigint
}

/** A result as the agreements book it (分享); `by` names the agreement, null where it stays where it arose. */
export interface BookedValue extends PlacedValue {
  readonly arose: string
  readonly by: string | null
}

/**
 * The same results booked by the parties' shares. Each result is shared by the one agreement in force at its site on
 * its day that has a rule for its indicator, so that the sum over all units stays what it was, to the last minor unit.
 */
export function booked(
  results: readonly PlacedValue[],
  agreements: readonly Agreement[],
): readonly BookedValue[] {
  const bySite = new Map<string, Agreement[]>()
  for (const it of agreements) bySite.set(it.site, [...(bySite.get(it.site) ?? []), it])
  return results.flatMap((result): readonly BookedValue[] => {
    const found = ruleFor(result, bySite.get(result.unit) ?? [])
    if (found === null) return [{ ...result, arose: result.unit, by: null }]
    const { agreement, rule } = found
    const parts = apportion(
      result.amount,
      rule.shares.map((it) => it.share),
    )
    return rule.shares.map(({ party }, index) => ({
      ...result,
      unit: party,
      amount: parts[index] ?? 0n,
      arose: result.unit,
      by: agreement.id,
    }))
  })
}

/** The first agreement in force that has a rule; a rule for the indicator goes before one for every other. */
function ruleFor(
  { indicator, day }: PlacedValue,
  agreements: readonly Agreement[],
): { readonly agreement: Agreement; readonly rule: SharingRule } | null {
  const on = { from: day, to: day }
  for (const agreement of agreements) {
    if (!overlaps(agreement, on)) continue
    const rules = agreement.rules.filter((it) => overlaps(it, on))
    const rule = rules.find((it) => it.indicator === indicator) ?? rules.find((it) => it.indicator === null)
    if (rule !== undefined) return { agreement, rule }
  }
  return null
}
