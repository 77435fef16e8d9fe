import { standingHeir } from '@gangmu/core'
import {
  type StoredReorganisation,
  type Writer,
  historiesOf,
  insertEntry,
  lineageNow,
  markEffected,
  newestOf,
  passDocuments,
  passPosts,
  registerAt,
  unitNames,
} from '@gangmu/store'
import type { App } from '../app.js'
import { type Change, append } from '../commitment/append.js'
import { entryOf } from '../ledger/entry.js'
import { today } from '../today.js'
import { movesOf } from './moves.js'

/**
 * Hands what the units that a reorganisation ended still hold to their heirs: duties, posts, documents. On its day,
 * with the map held alone. What was published cannot be refused any more: where no heir stands, the city takes it.
 */
export async function carryOut(
  app: App,
  db: Writer,
  it: Pick<StoredReorganisation, 'id' | 'title' | 'on' | 'published'>,
  request: string,
): Promise<void> {
  const at = app.ports.clock()
  const day = today(app, at)
  const { city } = app.place.manifest
  const lineage = await lineageNow(db)
  const standing = new Set((await registerAt(db, { date: day, known: null })).units.map((row) => row.unit))
  const ended = [...new Set(lineage.filter((row) => row.reorganisation === it.id).map((row) => row.from))]
    .filter((unit) => !standing.has(unit))
    .toSorted()
  const heirs = new Map(
    ended.map((unit) => [unit, standingHeir(unit, lineage, (one) => standing.has(one)) ?? city]),
  )
  const heirOf = (unit: string) => heirs.get(unit) ?? unit
  const moves = await movesOf(db, ended, heirOf, it.on)
  const person = it.published?.person ?? ''
  const names = await unitNames(db)
  const histories = await historiesOf(
    db,
    moves.commitments.map((row) => row.it.id),
  )
  const changes: Change[] = []
  for (const row of moves.commitments) {
    const found = row.it.finding === null ? null : await newestOf(db, row.it.finding)
    const heirs_ = { reorganisation: it.id, issuer: row.issuer }
    changes.push({
      id: row.it.id,
      before: histories.get(row.it.id) ?? [],
      document: row.it.document,
      quote: found?.anchor.quote ?? '',
      steps: [
        { verb: 'transfer', body: { owner: row.owner, reason: it.title, heirs: heirs_ }, behalf: city },
      ],
    })
  }
  const occasion = { person, name: it.published?.name ?? '', at, on: day, request }
  await append(app, db, { nameOf: (unit) => names.get(unit) ?? unit }, occasion, changes)
  let documents = 0
  for (const [unit, heir] of heirs) {
    await passPosts(db, { unit, heir, day: it.on })
    documents += await passDocuments(db, { unit, heir })
  }
  await markEffected(db, it.id, at)
  await insertEntry(
    db,
    entryOf(app.ports, {
      kind: 'reorganisation.effect',
      subject: it.id,
      at,
      actor: person,
      behalf: city,
      body: {
        title: it.title,
        on: it.on,
        heirs: [...heirs].map(([unit, heir]) => ({ unit, heir })),
        commitments: changes.map((one) => one.id),
        posts: moves.posts.map((one) => ({ person: one.person, unit: one.unit, role: one.role })),
        documents,
      },
    }),
  )
}
