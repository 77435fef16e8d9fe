import type { Anchor, FindingBody, FindingSource, Proposal } from '@gangmu/core'
import { type SqlBool, sql } from 'kysely'
import { slices } from '../slices.js'
import type { Reader, Writer } from '../store.js'
import { uuidsIn } from '../uuid.js'

export interface DecisionRow {
  readonly seq: number
  readonly decision: 'confirm' | 'edit' | 'reject' | 'reopen'
  /** The finding as edited, carried on by later decisions. */
  readonly body: FindingBody | null
  readonly commitment: string | null
  readonly person: string
  readonly personName: string
  readonly at: string
  readonly byLoad: boolean
  /** Its line of the ledger. Decisions on one document are written one after another, so a later one is higher. */
  readonly entry: number
}

export interface FindingWithDecision {
  readonly id: string
  readonly document: string
  readonly reading: string
  readonly origin: string
  readonly ordinal: number
  readonly rule: string
  readonly anchor: Anchor
  readonly body: FindingBody
  readonly source: FindingSource
  /** What a model said of the same words, where the rules found it too. */
  readonly proposal: Proposal | null
  /** The last one; null where nobody decided. */
  readonly decision: DecisionRow | null
}

/** The findings of a reading in order, each with its last decision. */
export async function findingsOf(db: Reader, reading: string): Promise<readonly FindingWithDecision[]> {
  return withDecisions(
    db,
    await selectFindings(db).where('reading', '=', reading).orderBy('ordinal').execute(),
  )
}

/**
 * The findings of all readings of a document, each with its last decision: of those with one origin the newest, newest
 * reading first, in the order of the text.
 */
export async function findingsEver(db: Reader, document: string): Promise<readonly FindingWithDecision[]> {
  const { rows } = await sql<Omit<FindingWithDecision, 'decision'>>`
    select id, document, reading, origin, ordinal, rule, anchor, body, source, proposal
    from (
      select distinct on (finding.origin) finding.*, reading.at
      from finding join reading on reading.id = finding.reading
      where finding.document = ${document}
      order by finding.origin, reading.at desc, reading.id desc
    ) as newest
    order by at desc, reading desc, ordinal`.execute(db)
  return withDecisions(db, rows)
}

export async function findFinding(db: Reader, id: string): Promise<FindingWithDecision | null> {
  const rows = await selectFindings(db)
    .where(sql<SqlBool>`id = any(${uuidsIn([id])}::uuid[])`)
    .execute()
  const [found] = await withDecisions(db, rows)
  return found ?? null
}

/** The finding that continues `origin` in the newest reading of its document, else the last that did. */
export async function newestOf(
  db: Reader,
  finding: string,
): Promise<{
  readonly id: string
  readonly document: string
  readonly anchor: Anchor
  readonly text: string
} | null> {
  const { rows } = await sql<{ id: string; document: string; anchor: Anchor; text: string }>`
    select finding.id, finding.document, finding.anchor, restoration.text
    from finding
    join reading on reading.id = finding.reading
    join restoration on restoration.id = reading.restoration
    where finding.origin = (select origin from finding where id = ${finding})
    order by reading.at desc, finding.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

export interface NewDecision extends DecisionRow {
  readonly finding: string
  readonly origin: string
  readonly theme: string | null
  readonly behalf: string
  readonly request: string
}

export async function insertDecisions(db: Writer, decisions: readonly NewDecision[]): Promise<void> {
  if (decisions.length === 0) return
  const rows = decisions.map((it) => ({
    finding_origin: it.origin,
    seq: it.seq,
    finding: it.finding,
    decision: it.decision,
    body: it.body === null ? null : JSON.stringify(it.body),
    theme: it.theme,
    commitment: it.commitment,
    by_person: it.person,
    by_name: it.personName,
    behalf: it.behalf,
    at: it.at,
    by_load: it.byLoad,
    request: it.request,
    entry: it.entry,
  }))
  for (const some of slices(rows))
    await db
      .insertInto('decision')
      .values([...some])
      .execute()
}

function selectFindings(db: Reader) {
  return db
    .selectFrom('finding')
    .select([
      'id',
      'document',
      'reading',
      'origin',
      'ordinal',
      'rule',
      'anchor',
      'body',
      'source',
      'proposal',
    ])
}

async function withDecisions(
  db: Reader,
  findings: readonly Omit<FindingWithDecision, 'decision'>[],
): Promise<readonly FindingWithDecision[]> {
  if (findings.length === 0) return []
  const decisions = await db
    .selectFrom('decision')
    .select(['finding_origin', 'seq', 'decision', 'body', 'commitment', 'at', 'by_load as byLoad', 'entry'])
    .select(['by_person as person', 'by_name as personName'])
    .distinctOn('finding_origin')
    .where(sql<SqlBool>`finding_origin = any(${findings.map((it) => it.origin)}::uuid[])`)
    .orderBy('finding_origin')
    .orderBy('seq', 'desc')
    .execute()
  const last = new Map(decisions.map(({ finding_origin, ...it }) => [finding_origin, it]))
  return findings.map((it) => ({ ...it, decision: last.get(it.origin) ?? null }))
}
