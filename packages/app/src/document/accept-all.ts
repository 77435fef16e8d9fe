import {
  type DocumentSummary,
  type Writer,
  everything,
  findingsOf,
  holdMap,
  listDocuments,
  listThemes,
  lockDocument,
} from '@gangmu/store'
import type { App } from '../app.js'
import { type Change, type Occasion, append } from '../commitment/append.js'
import { loader } from '../pack/load.js'
import { today } from '../today.js'
import { type RegisterOn, registerOn } from '../unit/register.js'
import { createOf, documentDay, proposeDuty } from './commitment-of.js'
import { type StandingDuty, bodyOf, isConfirmed, standingDuties } from './duties.js'
import { recordDecisions } from './record.js'

export interface AcceptGiven {
  /** Of these documents; of all when absent. */
  readonly documents?: readonly string[]
  /** Leave documents alone in which anybody decided anything. */
  readonly untouched?: boolean
}

/**
 * For demo loads only: accepts every duty of the rules nobody decided on, and hands it to the unit its actor names where the
 * receiving unit answers for it. All is marked as done by the load. What a model proposes waits for a person.
 */
export async function acceptAll(
  app: App,
  input: AcceptGiven = {},
): Promise<{ commitments: number; dispatched: number }> {
  const documents = await app.store.read(everything, (db) =>
    listDocuments(db, { all: true }, input.documents === undefined ? {} : { ids: input.documents }),
  )
  const sum = { commitments: 0, dispatched: 0 }
  for (const document of documents.toReversed()) {
    const { commitments, dispatched } = await app.store.write(everything, (db) =>
      acceptDocument(app, db, document, input.untouched ?? false),
    )
    sum.commitments += commitments
    sum.dispatched += dispatched
  }
  return sum
}

async function acceptDocument(app: App, db: Writer, document: DocumentSummary, untouched: boolean) {
  const none = { commitments: 0, dispatched: 0 }
  await holdMap(db, 'shared')
  await lockDocument(db, document.id)
  if (document.reading === null) return none
  const findings = await findingsOf(db, document.reading)
  if (untouched && findings.some((it) => it.decision !== null)) return none
  const open = standingDuties(findings.filter((it) => it.source !== 'model')).filter(
    (it) => !isConfirmed(it.speaker),
  )
  if (open.length === 0) return none
  const register = await registerOn(app.store, db, today(app))
  const themes = await listThemes(db)
  const at = app.ports.clock()
  const occasion: Occasion = {
    person: loader.person,
    name: loader.name,
    at,
    on: today(app, at),
    request: app.ports.id(),
  }
  const behalf = document.receivedBy
  const accepted = open.flatMap((duty) => {
    const proposal = proposeDuty(duty, themes, documentDay(document))
    if (proposal === null) return []
    const owner = ownerOf(duty, document, register)
    const create = createOf(proposal, document, duty.speaker, true)
    const assign = { owner, due: null, note: '', charge: null }
    const change: Change = {
      id: app.ports.id(),
      before: [],
      document: document.id,
      quote: duty.speaker.anchor.quote,
      steps: [
        { verb: 'create', body: create, behalf },
        ...(owner === null ? [] : [{ verb: 'assign' as const, body: assign, behalf }]),
      ],
    }
    return [{ duty, change }]
  })
  const states = await append(
    app,
    db,
    register,
    occasion,
    accepted.map((it) => it.change),
  )
  await recordDecisions(
    app,
    db,
    occasion,
    { document: document.id, findings, behalf, byLoad: true },
    accepted.flatMap(({ duty, change }) =>
      [duty.speaker, ...duty.echoes].map((finding) => ({
        finding,
        decision: 'confirm' as const,
        edited: finding.decision?.body ?? null,
        theme: null,
        commitment: change.id,
      })),
    ),
  )
  const dispatched = [...states.values()].filter((it) => it.state === 'assigned').length
  return { commitments: accepted.length, dispatched }
}

/** The unit that the first who names an actor names, where the receiving unit may hand duties to it; null otherwise. */
function ownerOf(duty: StandingDuty, document: DocumentSummary, register: RegisterOn): string | null {
  const actor = [duty.speaker, ...duty.echoes].map(actorOf).find((it) => it !== '')
  if (actor === undefined) return null
  const named = register.units.filter((it) => it.name === actor || it.aka.includes(actor))
  const below = register.reachOf(document.receivedBy)
  const able = named.filter((it) => it.unit !== document.receivedBy && below.has(it.unit))
  return able.length === 1 ? (able[0]?.unit ?? null) : null
}

function actorOf(it: StandingDuty['speaker']): string {
  const body = bodyOf(it)
  return 'actor' in body ? body.actor : ''
}
