import {
  type FindingBody,
  type Refusal,
  type Result,
  type Subject,
  accepted,
  checkAnchor,
  fold,
  mayReview,
  refusal,
  refused,
  visible,
} from '@gangmu/core'
import {
  type DocumentSummary,
  type FindingWithDecision,
  type Writer,
  findDocument,
  findFinding,
  findingsOf,
  getRestoration,
  historyOf,
  holdMap,
  isUnit,
  listThemes,
  lockCommitment,
  lockDocument,
  newestOf,
} from '@gangmu/store'
import type { App } from '../app.js'
import { type Occasion, append } from '../commitment/append.js'
import { occasionOf } from '../commitment/act.js'
import { nfc } from '../commitment/nfc.js'
import { asked, standing, take } from '../request.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { type RegisterOn, registerOn } from '../unit/register.js'
import { createOf, documentDay, proposeDuty } from './commitment-of.js'
import { type StandingDuty, besides, countOpen, dutyOf, isConfirmed, standingDuties } from './duties.js'
import { findingRows } from './present.js'
import { type Decided, recordDecisions } from './record.js'
import type { DecideReply } from './reply.js'

export interface DecideGiven {
  readonly id: string
  readonly decision: 'confirm' | 'edit' | 'reject' | 'reopen'
  /** The edited finding, with `edit`. */
  readonly body?: FindingBody | undefined
  /** The theme of the commitment, with `confirm`; the one the words propose when absent. */
  readonly theme?: string | null | undefined
  /** The number of the last decision the person saw; absent, whatever stands is meant. */
  readonly seen?: number | undefined
  /** Whose decision it is, where that was noted when it was made. */
  readonly person?: string | undefined
  readonly request: string
}

/**
 * Confirms, edits, rejects or reopens a finding. A confirmed target, planned milestone or action becomes a commitment
 * that the receiving unit holds, and with it all that say the same are confirmed; reopening one reopens them all and
 * withdraws it, unless it was handed out already.
 */
export async function decideFinding(
  app: App,
  subject: Subject,
  input: DecideGiven,
): Promise<Result<DecideReply>> {
  if (input.person !== undefined && input.person !== subject.person) {
    return refused(refusal('session.other-person', 'person', { person: subject.name }))
  }
  const request = asked(subject, input.request, input)
  return app.store.write(scopeOf(subject), async (db) => {
    await holdMap(db, 'shared')
    // Another decision or reading of the same document may come first: everything is read after the lock.
    const aimed = await findFinding(db, input.id)
    if (aimed !== null) await lockDocument(db, aimed.document)
    const at = await place(db, subject, input.id)
    if (!at.ok) return at
    const { finding } = at.value
    const before = await standing(db, request)
    if (before === 'done') return accepted(replyOf(await findingsOf(db, finding.reading), finding))
    if (before !== 'new') return refused(before)
    const wrong = await mistakeIn(db, input, finding, at.value.document)
    if (wrong !== null) return refused(wrong)
    const occasion = occasionOf(app, subject, input.request)
    const taken = await take(db, request, occasion.at)
    if (taken !== null) return refused(taken)
    const register = await registerOn(app.store, db, today(app))
    return accepted(replyOf(await write(app, db, register, occasion, { ...at.value, input }), finding))
  })
}

/** The finding, and the others about the same words: a decision may move them as well. */
function replyOf(findings: readonly FindingWithDecision[], it: FindingWithDecision): DecideReply {
  const near = besides(findings, it)
  const rows = findingRows(findings).filter((row) => near.has(row.id))
  const finding = rows.find((row) => row.id === it.id)
  if (finding === undefined) throw new Error('a finding vanished')
  return { finding, beside: rows.filter((row) => row !== finding), open: countOpen(findings) }
}

interface Place {
  readonly finding: FindingWithDecision
  readonly document: DocumentSummary
  /** The unit on whose behalf the person decides. */
  readonly behalf: string
}

/** A finding as the newest reading of its document has it, where the person may review it. */
async function place(db: Writer, subject: Subject, id: string): Promise<Result<Place>> {
  const unknown = refused(refusal('finding.unknown', 'id', { id }))
  const aimed = await findFinding(db, id)
  if (aimed === null) return unknown
  const document = await findDocument(db, visible(subject), aimed.document)
  if (document === null) return unknown
  // Read anew since the person saw it: the same sentence is meant, where the new reading still holds it.
  const newest = aimed.reading === document.reading ? null : await newestOf(db, id)
  const finding = newest === null ? aimed : await findFinding(db, newest.id)
  if (finding === null || finding.reading !== document.reading) return unknown
  const { receivedBy } = document
  if (!mayReview(subject, receivedBy)) {
    return refused(refusal('access.denied', 'id', { verb: 'finding.decide', unit: receivedBy }))
  }
  const posts = subject.posts.filter((it) => it.role === 'office' && it.scope.has(receivedBy))
  const behalf = posts.find((it) => it.unit === receivedBy)?.unit ?? posts[0]?.unit ?? receivedBy
  return accepted({ finding, document, behalf })
}

/** Why this decision cannot follow on the last one, or null. */
async function mistakeIn(
  db: Writer,
  { decision, body, theme, seen }: DecideGiven,
  finding: FindingWithDecision,
  document: DocumentSummary,
): Promise<Refusal | null> {
  const last = finding.decision
  if (seen !== undefined && seen !== (last?.seq ?? 0)) {
    return refusal('finding.changed', 'seen', {
      seq: last?.seq ?? 0,
      decision: last?.decision ?? null,
      by: last?.personName ?? null,
      at: last?.at ?? null,
    })
  }
  const closed = last !== null && (last.decision === 'confirm' || last.decision === 'reject')
  if (decision !== 'reopen' && last !== null && closed) {
    return refusal('finding.decided', 'decision', {
      decision: last.decision,
      by: last.personName,
      at: last.at,
    })
  }
  if (decision === 'edit' && body === undefined) return refusal('finding.no-body', 'body')
  if (body !== undefined && body.kind !== finding.body.kind) {
    return refusal('finding.other-kind', 'body/kind', { kind: body.kind, found: finding.body.kind })
  }
  if (body?.kind === 'entity' && body.unit !== null && !(await isUnit(db, body.unit))) {
    return refusal('unit.unknown', 'body/unit', { unit: body.unit })
  }
  if (theme !== undefined && theme !== null) {
    const known = (await listThemes(db)).some((it) => it.id === theme)
    if (!known) return refusal('theme.unknown', 'theme', { theme })
  }
  if (decision === 'reopen' && last?.commitment != null) {
    // Somebody may be handing it out at this very moment.
    await lockCommitment(db, { all: true }, last.commitment)
    const state = fold((await historyOf(db, last.commitment)).map((it) => it.action))
    if (state.state !== 'draft' && state.state !== 'withdrawn') {
      return refusal('finding.has-duties', 'decision', { commitment: last.commitment, state: state.state })
    }
  }
  if (document.restoration === null) throw new Error('a finding without a restored text')
  const { text } = await getRestoration(db, document.restoration)
  return checkAnchor(text, finding.anchor, 'anchor')
}

/** Writes a decision with all that follows from it; answers the findings of the reading as they stand then. */
async function write(
  app: App,
  db: Writer,
  register: RegisterOn,
  occasion: Occasion,
  it: Place & { readonly input: DecideGiven },
): Promise<readonly FindingWithDecision[]> {
  const { finding, document, behalf, input } = it
  const findings = await findingsOf(db, finding.reading)
  const decided = await decisionsOf(app, db, register, occasion, { ...it, findings })
  return recordDecisions(
    app,
    db,
    occasion,
    { document: document.id, findings, behalf, byLoad: false },
    decided.map((one) => ({ ...one, theme: input.theme ?? null })),
  )
}

/** What is decided about this finding, and about those that say the same. */
async function decisionsOf(
  app: App,
  db: Writer,
  register: RegisterOn,
  occasion: Occasion,
  it: Place & { readonly input: DecideGiven; readonly findings: readonly FindingWithDecision[] },
): Promise<readonly Omit<Decided, 'theme'>[]> {
  const { finding, findings, input } = it
  const { decision } = input
  const carried = (one: FindingWithDecision) => one.decision?.body ?? null
  switch (decision) {
    case 'edit':
      return [{ finding, decision, edited: nfc(input.body ?? null), commitment: null }]
    case 'reject':
      return [{ finding, decision, edited: carried(finding), commitment: null }]
    case 'confirm': {
      const duty = dutyOf(standingDuties(findings), finding.id) ?? { speaker: finding, echoes: [] }
      const commitment = isConfirmed(duty.speaker)
        ? (duty.speaker.decision?.commitment ?? null)
        : await create(app, db, register, occasion, it, duty)
      return [duty.speaker, ...duty.echoes]
        .filter((one) => !isConfirmed(one))
        .map((one) => ({ finding: one, decision, edited: carried(one), commitment }))
    }
    case 'reopen': {
      const together = confirmedWith(findings, finding)
      await withdraw(app, db, register, occasion, it)
      return together.map((one) => ({ finding: one, decision, edited: carried(one), commitment: null }))
    }
  }
}

/** The finding, and all of its reading that were confirmed into the same commitment. */
function confirmedWith(
  findings: readonly FindingWithDecision[],
  finding: FindingWithDecision,
): readonly FindingWithDecision[] {
  const commitment = finding.decision?.commitment ?? null
  if (commitment === null) return [finding]
  return findings.filter((it) => isConfirmed(it) && it.decision?.commitment === commitment)
}

/** The commitment a duty stands for, as its speaker says it; null where it stands for none. */
async function create(
  app: App,
  db: Writer,
  register: RegisterOn,
  occasion: Occasion,
  { document, behalf, input }: Place & { readonly input: DecideGiven },
  duty: StandingDuty,
): Promise<string | null> {
  const proposal = proposeDuty(duty, await listThemes(db), documentDay(document))
  if (proposal === null) return null
  const theme = input.theme === undefined ? proposal.theme : input.theme
  const id = app.ports.id()
  await append(app, db, register, occasion, [
    {
      id,
      before: [],
      document: document.id,
      quote: duty.speaker.anchor.quote,
      steps: [
        { verb: 'create', body: createOf({ ...proposal, theme }, document, duty.speaker, false), behalf },
      ],
    },
  ])
  return id
}

/** The commitment of a reopened finding goes with it, where nobody was given it yet. */
async function withdraw(
  app: App,
  db: Writer,
  register: RegisterOn,
  occasion: Occasion,
  { finding, document, behalf }: Place,
): Promise<void> {
  const id = finding.decision?.commitment ?? null
  if (id === null) return
  const before = (await historyOf(db, id)).map((it) => it.action)
  if (fold(before).state === 'withdrawn') return
  const body = { reason: 'finding.reopened' }
  await append(app, db, register, occasion, [
    {
      id,
      before,
      document: document.id,
      quote: finding.anchor.quote,
      steps: [{ verb: 'withdraw', body, behalf }],
    },
  ])
}
