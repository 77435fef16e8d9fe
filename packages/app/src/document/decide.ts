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
  getRestoration,
  historyOf,
  insertDecision,
  insertEntry,
  listThemes,
  lockDocument,
} from '@gangmu/store'
import type { App } from '../app.js'
import { type Occasion, append } from '../commitment/append.js'
import { occasionOf } from '../commitment/act.js'
import { nfc } from '../commitment/nfc.js'
import { propose } from '../commitment/propose.js'
import { entryOf } from '../ledger/entry.js'
import { asked, standing, take } from '../request.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { type RegisterOn, registerOn } from '../unit/register.js'
import { createOf, documentDay } from './commitment-of.js'
import { findingRow } from './present.js'
import type { FindingRow } from './reply.js'

export interface DecideGiven {
  readonly id: string
  readonly decision: 'confirm' | 'edit' | 'reject' | 'reopen'
  /** The edited finding, with `edit`. */
  readonly body?: FindingBody | undefined
  /** The theme of the commitment, with `confirm`; the one the words propose when absent. */
  readonly theme?: string | null | undefined
  readonly request: string
}

/**
 * Confirms, edits, rejects or reopens a finding. A confirmed target, planned milestone or action becomes a commitment
 * that the receiving unit holds; reopening withdraws it, unless it was handed out already.
 */
export async function decideFinding(
  app: App,
  subject: Subject,
  input: DecideGiven,
): Promise<Result<{ finding: FindingRow }>> {
  const request = asked(subject, input.request, input)
  return app.store.write(scopeOf(subject), async (db) => {
    // Another decision or reading of the same document may come first: everything is read after the lock.
    const aimed = await findFinding(db, input.id)
    if (aimed !== null) await lockDocument(db, aimed.document)
    const at = await place(db, subject, input.id)
    if (!at.ok) return at
    const { finding } = at.value
    const before = await standing(db, request)
    if (before === 'done') return accepted({ finding: findingRow(finding) })
    if (before !== 'new') return refused(before)
    const wrong = await mistakeIn(db, input, finding, at.value.document)
    if (wrong !== null) return refused(wrong)
    const occasion = occasionOf(app, subject, input.request)
    const taken = await take(db, request, occasion.at)
    if (taken !== null) return refused(taken)
    const register = await registerOn(app.store, db, today(app))
    await write(app, db, register, occasion, { ...at.value, input })
    const decided = await findFinding(db, input.id)
    if (decided === null) throw new Error('a finding vanished')
    return accepted({ finding: findingRow(decided) })
  })
}

interface Place {
  readonly finding: FindingWithDecision
  readonly document: DocumentSummary
  /** The unit on whose behalf the person decides. */
  readonly behalf: string
}

/** The document of a finding of its newest reading, where the person may review it. */
async function place(db: Writer, subject: Subject, id: string): Promise<Result<Place>> {
  const unknown = refused(refusal('finding.unknown', 'id', { id }))
  const finding = await findFinding(db, id)
  if (finding === null) return unknown
  const document = await findDocument(db, visible(subject), finding.document)
  if (document === null || document.reading !== finding.reading) return unknown
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
  { decision, body, theme }: DecideGiven,
  finding: FindingWithDecision,
  document: DocumentSummary,
): Promise<Refusal | null> {
  const last = finding.decision
  const closed = last !== null && (last.decision === 'confirm' || last.decision === 'reject')
  if (decision !== 'reopen' && last !== null && closed) {
    return refusal('finding.decided', 'decision', {
      decision: last.decision,
      by: last.personName,
      at: last.at,
    })
  }
  if (decision === 'edit' && body === undefined) return refusal('finding.no-body', 'body')
  if (theme !== undefined && theme !== null) {
    const known = (await listThemes(db)).some((it) => it.id === theme)
    if (!known) return refusal('theme.unknown', 'theme', { theme })
  }
  if (decision === 'reopen' && last?.commitment != null) {
    const state = fold((await historyOf(db, last.commitment)).map((it) => it.action))
    if (state.state !== 'draft' && state.state !== 'withdrawn') {
      return refusal('finding.has-duties', 'decision', { commitment: last.commitment, state: state.state })
    }
  }
  if (document.restoration === null) throw new Error('a finding without a restored text')
  const { text } = await getRestoration(db, document.restoration)
  return checkAnchor(text, finding.anchor, 'anchor')
}

async function write(
  app: App,
  db: Writer,
  register: RegisterOn,
  occasion: Occasion,
  it: Place & { readonly input: DecideGiven },
): Promise<void> {
  const { finding, document, behalf, input } = it
  const last = finding.decision
  const edited = input.decision === 'edit' ? nfc(input.body ?? null) : (last?.body ?? null)
  const themes = await listThemes(db)
  const proposal =
    input.decision === 'confirm'
      ? propose(edited ?? finding.body, finding.anchor.quote, themes, documentDay(document))
      : null
  const commitment = proposal === null ? null : app.ports.id()
  if (proposal !== null && commitment !== null) {
    const theme = input.theme === undefined ? proposal.theme : input.theme
    const create = createOf({ ...proposal, theme }, document, finding, false)
    await append(app, db, register, occasion, [
      {
        id: commitment,
        before: [],
        document: document.id,
        quote: finding.anchor.quote,
        steps: [{ verb: 'create', body: create, behalf }],
      },
    ])
  }
  if (input.decision === 'reopen') await withdraw(app, db, register, occasion, it)
  const entry = await insertEntry(
    db,
    entryOf(app.ports, {
      kind: `finding.${input.decision}`,
      subject: finding.id,
      at: occasion.at,
      actor: occasion.person,
      behalf,
      body: {
        document: document.id,
        quote: finding.anchor.quote,
        byName: occasion.name,
        request: input.request,
        edited: input.decision === 'edit' ? edited : null,
        commitment,
      },
    }),
  )
  await insertDecision(db, {
    finding: finding.id,
    origin: finding.origin,
    seq: (last?.seq ?? 0) + 1,
    decision: input.decision,
    body: edited,
    theme: input.theme ?? null,
    commitment,
    person: occasion.person,
    personName: occasion.name,
    behalf,
    at: occasion.at,
    byLoad: false,
    request: input.request,
    entry,
  })
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
