import type { FindingBody } from '@gangmu/core'
import { type FindingWithDecision, type Writer, insertDecisions, insertEntries, setOpen } from '@gangmu/store'
import type { App } from '../app.js'
import { tellChanged } from './live.js'
import type { Occasion } from '../commitment/append.js'
import { entryOf } from '../ledger/entry.js'
import { countOpen } from './duties.js'

/** What is decided about one finding. */
export interface Decided {
  readonly finding: FindingWithDecision
  readonly decision: 'confirm' | 'edit' | 'reject' | 'reopen'
  /** The finding as edited, by this decision or before it. */
  readonly edited: FindingBody | null
  readonly theme: string | null
  readonly commitment: string | null
}

/**
 * Writes decisions, an entry each, and how many duties of the document still wait. Answers the findings of the reading
 * as they stand then.
 */
export async function recordDecisions(
  app: App,
  db: Writer,
  occasion: Occasion,
  on: {
    readonly document: string
    /** All of its reading, as they stood. */
    readonly findings: readonly FindingWithDecision[]
    readonly behalf: string
    readonly byLoad: boolean
  },
  all: readonly Decided[],
): Promise<readonly FindingWithDecision[]> {
  const entries = await insertEntries(
    db,
    all.map((it) =>
      entryOf(app.ports, {
        kind: `finding.${it.decision}`,
        subject: it.finding.id,
        at: occasion.at,
        actor: occasion.person,
        behalf: on.behalf,
        body: {
          document: on.document,
          quote: it.finding.anchor.quote,
          byName: occasion.name,
          request: occasion.request,
          edited: it.decision === 'edit' ? it.edited : null,
          // Of the rules alone, where nothing is said.
          ...(it.finding.source === 'rules' ? {} : { source: it.finding.source }),
          commitment: it.commitment,
        },
      }),
    ),
  )
  const decisions = all.map((it, index) => ({
    finding: it.finding.id,
    origin: it.finding.origin,
    seq: (it.finding.decision?.seq ?? 0) + 1,
    decision: it.decision,
    body: it.edited,
    theme: it.theme,
    commitment: it.commitment,
    person: occasion.person,
    personName: occasion.name,
    behalf: on.behalf,
    at: occasion.at,
    byLoad: on.byLoad,
    request: occasion.request,
    entry: entries[index] ?? 0,
  }))
  await insertDecisions(db, decisions)
  const last = new Map(decisions.map((it) => [it.origin, it]))
  const findings = on.findings.map((it) => ({ ...it, decision: last.get(it.origin) ?? it.decision }))
  await setOpen(db, on.document, countOpen(findings))
  await tellChanged(db, on.document)
  return findings
}
