import {
  type Drift,
  type DriftSide,
  type Result,
  type Subject,
  accepted,
  refusal,
  refused,
  visible,
} from '@gangmu/core'
import {
  type FindingWithDecision,
  type Reader,
  findDocument,
  findingsOf,
  getReading,
  getRestoration,
} from '@gangmu/store'
import type { App } from '../app.js'
import type { ComparedText } from '../reading/compare.js'
import { TookTooMuch } from '../reading/in-thread.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { bodyOf, isConfirmed, standingDuties } from './duties.js'
import { orderOf } from './order.js'
import { documentRow } from './present.js'
import { type ReadDocument, ready } from './ready.js'
import type { DocumentRow, DriftReply, DriftSideRow } from './reply.js'

interface Compared {
  readonly document: DocumentRow
  readonly side: ComparedText
  /** By ordinal: a finding, and the one that speaks for its duty. */
  readonly said: ReadonlyMap<number, Said>
  readonly findings: readonly FindingWithDecision[]
}

interface Said {
  readonly id: string
  readonly speaker: FindingWithDecision
}

/**
 * What became of the pledges of one document in another. The one dated earlier is the older; where their dates do not
 * say, it is `against`. Findings count as they stand in review: rejected ones are no pledges, edited ones say what the
 * edit says, and what nobody decided on is taken as it was read. So two reviewed documents are compared by what was
 * confirmed, and each side of a drift says whether that is so.
 */
export async function driftOf(
  app: App,
  subject: Subject,
  input: { readonly id: string; readonly against: string },
): Promise<Result<DriftReply>> {
  const loaded = await app.store.read(scopeOf(subject), async (db) => {
    const seen = visible(subject)
    const one = ready(await findDocument(db, seen, input.id), 'id', input.id)
    const other = ready(await findDocument(db, seen, input.against), 'against', input.against)
    if (!one.ok || !other.ok) return refused(...[one, other].flatMap((it) => (it.ok ? [] : it.refusals)))
    const register = await registerOn(app.store, db, today(app))
    const later = orderOf(other.value.dated, one.value.dated) === 'later'
    const [older, newer] = later ? [one.value, other.value] : [other.value, one.value]
    return accepted({
      older: await compared(db, older, documentRow(older, register)),
      newer: await compared(db, newer, documentRow(newer, register)),
    })
  })
  if (!loaded.ok) return loaded
  const { older, newer } = loaded.value
  if (wordsOf(older) === wordsOf(newer)) return refused(refusal('document.same-text', 'against'))
  const found = await drifts(app, older.side, newer.side)
  if (!found.ok) return found
  return accepted({
    older: older.document,
    newer: newer.document,
    drifts: found.value.map((it) => ({
      kind: it.kind,
      subject: it.subject,
      actor: it.actor,
      certainty: it.certainty,
      why: [...it.why],
      older: it.older === null ? null : sideRow(it.older, older),
      newer: it.newer === null ? null : sideRow(it.newer, newer),
    })),
  })
}

async function compared(db: Reader, it: ReadDocument, document: DocumentRow): Promise<Compared> {
  const { text } = await getRestoration(db, it.restoration)
  const { rules, facts } = await getReading(db, it.reading)
  const findings = await findingsOf(db, it.reading)
  const heard = findings
    .filter((one) => one.decision?.decision !== 'reject')
    // What a model proposes is no pledge before a person said so.
    .filter((one) => one.source !== 'model' || isTouched(one))
    .map((one) => ({ ordinal: one.ordinal, rule: one.rule, anchor: one.anchor, body: bodyOf(one) }))
  const side = { text, reading: { rules, facts, findings: heard } }
  return { document, side, findings, said: saidIn(findings) }
}

function isTouched({ decision }: FindingWithDecision): boolean {
  return decision?.decision === 'confirm' || decision?.decision === 'edit'
}

function saidIn(findings: readonly FindingWithDecision[]): ReadonlyMap<number, Said> {
  const said = new Map(findings.map((it): [number, Said] => [it.ordinal, { id: it.id, speaker: it }]))
  for (const { speaker, echoes } of standingDuties(findings)) {
    for (const it of echoes) said.set(it.ordinal, { id: it.id, speaker })
  }
  return said
}

/** The text without its lines and blanks, which another format of the same file sets in its own way. */
function wordsOf({ side }: Compared): string {
  return side.text.replace(/\s+/gu, '')
}

/** Nothing of the database is held meanwhile. */
async function drifts(app: App, older: ComparedText, newer: ComparedText): Promise<Result<readonly Drift[]>> {
  try {
    return accepted(await app.reader.compare({ older, newer }))
  } catch (error) {
    if (!(error instanceof TookTooMuch)) throw error
    return refused(refusal('document.too-much-to-compare', 'against'))
  }
}

function sideRow({ ordinal, anchor, changed }: DriftSide, { said, findings }: Compared): DriftSideRow {
  const own = ordinal === null ? null : (said.get(ordinal) ?? null)
  // Where the text says it and no finding does, a finding of that sentence is where to look.
  const near =
    own === null ? findings.find((it) => it.anchor.start < anchor.end && it.anchor.end > anchor.start) : null
  return {
    finding: own?.id ?? near?.id ?? null,
    anchor,
    changed: changed.map(([start, end]) => [start, end]),
    confirmed: own !== null && isConfirmed(own.speaker),
    commitment: own?.speaker.decision?.commitment ?? null,
  }
}
