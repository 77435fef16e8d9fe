import { type Refusal, refusal } from '../refusal.js'
import type { PlainDate } from '../time/plain-date.js'

/** 牵头、共同、配合、知会: what a unit is in an item. */
export const responsibilityParts = ['lead', 'joint', 'support', 'informed'] as const
export type ResponsibilityPart = (typeof responsibilityParts)[number]

/** One line of 权责清单: an item, where it is laid down, and who has which part in it. */
export interface ResponsibilityRow {
  readonly id: string
  readonly item: string
  /** The theme of the plan it belongs to; null where it belongs to none. */
  readonly theme: string | null
  /** The clause that lays it down, as it is cited. */
  readonly source: string
  readonly units: readonly { readonly unit: string; readonly role: ResponsibilityPart }[]
}

/** A version of a list of one place; a published one never changes, the next version takes its place. */
export interface ResponsibilityList {
  readonly id: string
  readonly version: number
  /** The first day it holds; a version holds until the next one does. */
  readonly from: PlainDate
  readonly rows: readonly ResponsibilityRow[]
}

/**
 * Why a version may not be published: an item without exactly one lead, twice the same id of an item, or twice the same unit, or a unit that
 * `standing` does not name on the day the version begins to hold.
 */
export function responsibilityProblems(
  list: ResponsibilityList,
  standing: ReadonlySet<string>,
): readonly Refusal[] {
  const ids = new Map<string, number>()
  return list.rows.flatMap((row, index) => {
    const path = `/rows/${index}`
    const twin = ids.get(row.id)
    ids.set(row.id, index)
    const leads = row.units.filter((it) => it.role === 'lead').map((it) => it.unit)
    const seen = new Set<string>()
    return [
      ...(twin === undefined
        ? []
        : [refusal('responsibility.row-twice', path, { row: row.id, other: twin })]),
      ...(row.item.trim() === '' ? [refusal('responsibility.no-item', `${path}/item`, { row: row.id })] : []),
      ...(leads.length === 0 ? [refusal('responsibility.no-lead', `${path}/units`, { row: row.id })] : []),
      ...(leads.length > 1
        ? [refusal('responsibility.two-leads', `${path}/units`, { row: row.id, units: leads.join(' ') })]
        : []),
      ...row.units.flatMap(({ unit }, at) => {
        const twice = seen.has(unit)
        seen.add(unit)
        return [
          ...(twice
            ? [refusal('responsibility.unit-twice', `${path}/units/${at}`, { row: row.id, unit })]
            : []),
          ...(standing.has(unit)
            ? []
            : [refusal('responsibility.unknown-unit', `${path}/units/${at}`, { row: row.id, unit })]),
        ]
      }),
    ]
  })
}

/** The version of a list that holds on a day. */
export function listOn(versions: readonly ResponsibilityList[], on: PlainDate): ResponsibilityList | null {
  return (
    versions
      .filter((it) => it.from <= on)
      .toSorted(byBeginning)
      .at(-1) ?? null
  )
}

const byBeginning = (a: ResponsibilityList, b: ResponsibilityList): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version

/** A lead a dispatch may take over, with the row that says so. */
export interface ProposedLead {
  readonly unit: string
  readonly list: string
  readonly version: number
  readonly row: ResponsibilityRow
}

/**
 * Who leads an item of a theme, among the units a dispatcher answers for. `themes` runs from the theme itself to the
 * root of the plan: the nearest theme with a row decides; of several rows each lead is proposed once, in their order.
 */
export function leadsFor(
  lists: readonly ResponsibilityList[],
  themes: readonly string[],
  within: ReadonlySet<string>,
): readonly ProposedLead[] {
  for (const theme of themes) {
    const found = lists.flatMap((list) =>
      list.rows.flatMap((row): readonly ProposedLead[] => {
        const lead = row.theme === theme ? row.units.find((it) => it.role === 'lead') : undefined
        return lead !== undefined && within.has(lead.unit)
          ? [{ unit: lead.unit, list: list.id, version: list.version, row }]
          : []
      }),
    )
    if (found.length > 0)
      return found.filter((it, at) => found.findIndex((one) => one.unit === it.unit) === at)
  }
  return []
}

/** What a new version does to each row of the one before it. */
export interface RowChange {
  readonly row: string
  readonly change: 'added' | 'dropped' | 'reworded' | 'lead' | 'parts'
}

/** Rows that differ, each once, by the weightiest difference: the lead before the others' parts before the words. */
export function changesBetween(before: ResponsibilityList, after: ResponsibilityList): readonly RowChange[] {
  const old = new Map(before.rows.map((it) => [it.id, it]))
  const now = new Set(after.rows.map((it) => it.id))
  return [
    ...after.rows.flatMap((row): readonly RowChange[] => {
      const change = changeOf(old.get(row.id), row)
      return change === null ? [] : [{ row: row.id, change }]
    }),
    ...before.rows.filter((it) => !now.has(it.id)).map((it) => ({ row: it.id, change: 'dropped' }) as const),
  ]
}

function changeOf(
  before: ResponsibilityRow | undefined,
  after: ResponsibilityRow,
): RowChange['change'] | null {
  if (before === undefined) return 'added'
  const lead = (row: ResponsibilityRow): string | undefined =>
    row.units.find((it) => it.role === 'lead')?.unit
  if (lead(before) !== lead(after)) return 'lead'
  const parts = (row: ResponsibilityRow): string =>
    JSON.stringify(row.units.map((it) => `${it.unit} ${it.role}`).toSorted())
  if (parts(before) !== parts(after)) return 'parts'
  return before.item === after.item && before.source === after.source && before.theme === after.theme
    ? null
    : 'reworded'
}
