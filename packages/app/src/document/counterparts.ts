import { type Result, type Subject, accepted, refused, visible } from '@gangmu/core'
import { type CounterpartRow, counterpartsOf, findDocument } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { patternOf } from './list.js'
import { orderOf } from './order.js'
import { documentRow } from './present.js'
import { ready } from './ready.js'
import type { Counterparts } from './reply.js'

const SHOWN = 50
const orders = ['earlier', null, 'later'] as const

/**
 * The documents whose pledges may be compared with those of one: earlier ones first, and of these the ones that speak
 * of the most it speaks of; one of the same publisher counts double. `q` is looked for in name, title and publisher.
 */
export async function listCounterparts(
  app: App,
  subject: Subject,
  input: { readonly id: string; readonly q?: string | undefined },
): Promise<Result<Counterparts>> {
  return app.store.read(scopeOf(subject), async (db) => {
    const seen = visible(subject)
    const it = ready(await findDocument(db, seen, input.id), 'id', input.id)
    if (!it.ok) return refused(...it.refusals)
    const { id, reading, publisher, dated } = it.value
    const found = await counterpartsOf(db, seen, { id, reading, publisher }, patternOf(input.q))
    const register = await registerOn(app.store, db, today(app))
    const rows = found.map((row) => ({ row, order: orderOf(row.dated, dated) }))
    const best = rows.toSorted(
      (a, b) => orders.indexOf(a.order) - orders.indexOf(b.order) || weightOf(b.row) - weightOf(a.row),
    )
    return accepted({
      document: documentRow(it.value, register),
      counterparts: best.slice(0, SHOWN).map(({ row, order }) => ({
        id: row.id,
        name: row.name,
        title: row.title ?? row.name,
        date: row.dated,
        publisher: row.publisher,
        receivedByName: register.nameOf(row.receivedBy),
        order,
        samePublisher: row.samePublisher,
        shared: row.shared,
        names: [...row.names],
      })),
      total: found.length,
    })
  })
}

function weightOf({ shared, samePublisher }: CounterpartRow): number {
  return samePublisher ? 2 * shared + 1 : shared
}
