import type { FindingRow, Present } from '@gangmu/contract'
import type { FindingKind } from '@gangmu/core'
import { sameItems } from '../ui/same-items.js'

/** What findings are listed as: what is owed first, then by what they are. */
export const findingGroups = ['duty', 'fact', 'entity', 'project', 'agreement', 'relation'] as const
export type FindingGroup = (typeof findingGroups)[number]

export function groupOf(it: FindingRow): FindingGroup {
  return it.duty ? 'duty' : groupOfKind(it.body.kind)
}

function groupOfKind(kind: FindingKind): FindingGroup {
  switch (kind) {
    case 'quantity':
    case 'milestone':
    case 'action':
      return 'fact'
    case 'entity':
    case 'project':
    case 'agreement':
    case 'relation':
      return kind
  }
}

export function isOpen(it: FindingRow): boolean {
  return it.decision === null || it.decision.decision === 'edit'
}

export interface ListedFinding {
  readonly finding: FindingRow
  /** Findings that say the same and are decided with it. */
  readonly echoes: readonly FindingRow[]
}

/** One group as it is listed: each duty once, under who speaks for it, and what waits before what is decided. */
export function listed(findings: readonly FindingRow[], group: FindingGroup): readonly ListedFinding[] {
  const echoes = new Map<string, FindingRow[]>()
  for (const it of findings) {
    if (it.speaker === null) continue
    const of = echoes.get(it.speaker)
    if (of) of.push(it)
    else echoes.set(it.speaker, [it])
  }
  return findings
    .filter((it) => it.speaker === null && groupOf(it) === group)
    .toSorted((a, b) => Number(!isOpen(a)) - Number(!isOpen(b)) || a.ordinal - b.ordinal)
    .map((finding) => ({ finding, echoes: echoes.get(finding.id) ?? none }))
}

const none: readonly FindingRow[] = []

/** The list with what did not change as the same objects as before, so that it need not be drawn anew. */
export function keepingSame(
  now: readonly ListedFinding[],
  before: readonly ListedFinding[],
): readonly ListedFinding[] {
  const known = new Map(before.map((it) => [it.finding, it]))
  return now.map((it) => {
    const was = known.get(it.finding)
    return was !== undefined && sameItems(was.echoes, it.echoes) ? was : it
  })
}

/** Who is decided when this one is picked: the speaker of its duty, or itself. */
export function speakerOf(findings: readonly FindingRow[], id: string | null): FindingRow | null {
  const it = findings.find((one) => one.id === id)
  if (it === undefined) return null
  return findings.find((one) => one.id === it.speaker) ?? it
}

/** How many duties there are, and how many of them are decided. */
export function progressOf(findings: readonly FindingRow[]): { readonly done: number; readonly all: number } {
  const duties = findings.filter((it) => it.duty && it.speaker === null)
  return { done: duties.filter((it) => !isOpen(it)).length, all: duties.length }
}

/** By finding, the names of the others who are at it or at what says the same. */
export function namesAt(
  findings: readonly FindingRow[],
  people: readonly Present[],
  comma: string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { name, finding } of people) {
    const it = speakerOf(findings, finding)
    if (it !== null) names.set(it.id, [names.get(it.id), name].filter(Boolean).join(comma))
  }
  return names
}
