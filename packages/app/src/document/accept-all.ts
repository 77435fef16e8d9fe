import type { FindingBody } from '@gangmu/core'
import {
  type DocumentSummary,
  type FindingWithDecision,
  type Writer,
  everything,
  findingsOf,
  insertDecisions,
  insertEntries,
  listDocuments,
  listThemes,
  lockDocument,
} from '@gangmu/store'
import type { App } from '../app.js'
import { type Change, type Occasion, append } from '../commitment/append.js'
import { isPlain, propose } from '../commitment/propose.js'
import { entryOf } from '../ledger/entry.js'
import { loader } from '../pack/load.js'
import { today } from '../today.js'
import { type RegisterOn, registerOn } from '../unit/register.js'
import { createOf, documentDay } from './commitment-of.js'

/**
 * For demo loads only: confirms every target, planned milestone and operational action nobody decided on, and hands
 * it to the unit its actor names where the receiving unit answers for it. All is marked as done by the load. On the
 * documents given, else on all.
 */
export async function acceptAll(
  app: App,
  input: { readonly documents?: readonly string[] } = {},
): Promise<{ commitments: number; dispatched: number }> {
  const documents = await app.store.read(everything, (db) =>
    listDocuments(db, { all: true }, input.documents === undefined ? {} : { ids: input.documents }),
  )
  const sum = { commitments: 0, dispatched: 0 }
  for (const document of documents.toReversed()) {
    const { commitments, dispatched } = await app.store.write(everything, (db) =>
      acceptDocument(app, db, document),
    )
    sum.commitments += commitments
    sum.dispatched += dispatched
  }
  return sum
}

async function acceptDocument(app: App, db: Writer, document: DocumentSummary) {
  await lockDocument(db, document.id)
  if (document.reading === null) return { commitments: 0, dispatched: 0 }
  const register = await registerOn(app.store, db, today(app))
  const themes = await listThemes(db)
  const findings = (await findingsOf(db, document.reading)).filter(
    (it) => it.decision === null && isPlain(it.body),
  )
  const at = app.ports.clock()
  const occasion: Occasion = {
    person: loader.person,
    name: loader.name,
    at,
    on: today(app, at),
    request: app.ports.id(),
  }
  const changes = findings.flatMap((finding): (Change & { readonly finding: FindingWithDecision })[] => {
    const { quote } = finding.anchor
    const proposal = propose(finding.body, quote, themes, documentDay(document))
    if (proposal === null) return []
    const behalf = document.receivedBy
    const owner = ownerOf(finding.body, document, register)
    const create = createOf(proposal, document, finding, true)
    const assign = { owner, due: null, note: '', charge: null }
    return [
      {
        finding,
        id: app.ports.id(),
        before: [],
        document: document.id,
        quote,
        steps: [
          { verb: 'create', body: create, behalf },
          ...(owner === null ? [] : [{ verb: 'assign' as const, body: assign, behalf }]),
        ],
      },
    ]
  })
  const states = await append(app, db, register, occasion, changes)
  await decideByLoad(app, db, document, occasion, changes)
  const dispatched = [...states.values()].filter((it) => it.state === 'assigned').length
  return { commitments: changes.length, dispatched }
}

async function decideByLoad(
  app: App,
  db: Writer,
  document: DocumentSummary,
  occasion: Occasion,
  changes: readonly { readonly id: string; readonly finding: FindingWithDecision }[],
): Promise<void> {
  const behalf = document.receivedBy
  const entries = await insertEntries(
    db,
    changes.map(({ id, finding }) =>
      entryOf(app.ports, {
        kind: 'finding.confirm',
        subject: finding.id,
        at: occasion.at,
        actor: occasion.person,
        behalf,
        body: {
          document: document.id,
          quote: finding.anchor.quote,
          byName: occasion.name,
          request: occasion.request,
          edited: null,
          commitment: id,
        },
      }),
    ),
  )
  await insertDecisions(
    db,
    changes.map(({ id, finding }, index) => ({
      finding: finding.id,
      origin: finding.origin,
      seq: 1,
      decision: 'confirm' as const,
      body: null,
      theme: null,
      commitment: id,
      person: occasion.person,
      personName: occasion.name,
      behalf,
      at: occasion.at,
      byLoad: true,
      request: occasion.request,
      entry: entries[index] ?? 0,
    })),
  )
}

/** The unit an actor names, where the receiving unit may hand duties to it; null otherwise. */
function ownerOf(body: FindingBody, document: DocumentSummary, register: RegisterOn): string | null {
  const actor = 'actor' in body ? body.actor : ''
  if (actor === '') return null
  const named = register.units.filter((it) => it.name === actor || it.aka.includes(actor))
  const below = register.reachOf(document.receivedBy)
  const able = named.filter((it) => it.unit !== document.receivedBy && below.has(it.unit))
  return able.length === 1 ? (able[0]?.unit ?? null) : null
}
