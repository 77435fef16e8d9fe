import type { FindingRow } from '@gangmu/contract'
import type { FindingKind } from '@gangmu/core'

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
    .map((finding) => ({ finding, echoes: echoes.get(finding.id) ?? [] }))
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
