import {
  type Result,
  type State,
  type Subject,
  accepted,
  offices,
  refusal,
  refused,
  visible,
} from '@gangmu/core'
import { commitmentSkeleton, countToReview, findCommitments, listDocuments } from '@gangmu/store'
import type { App } from '../app.js'
import { inOrder } from '../commitment/order.js'
import { type Lit, commitmentRow, countLights, lit } from '../commitment/present.js'
import { documentRow } from '../document/present.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import type { Overview } from './reply.js'

/** Rows of each list; the counts are of all. */
const shown = 20

/** What needs the reader, by the offices the reader holds, and how what the reader sees stands. */
export async function overview(
  app: App,
  subject: Subject,
  input: { readonly unit?: string | undefined },
): Promise<Result<Overview>> {
  const seen = visible(subject)
  return app.store.read(scopeOf(subject), async (db) => {
    const register = await registerOn(app.store, db, today(app))
    const { unit } = input
    if (unit !== undefined && !register.byId.has(unit))
      return refused(refusal('unit.unknown', 'unit', { unit }))
    const mine = new Set(offices(subject).filter((it) => unit === undefined || it === unit))
    const below = unit === undefined ? null : register.reachOf(unit)
    const all = lit(app, await commitmentSkeleton(db, seen, {}), register.date)
    const rows = all.filter((it) => below === null || below.has(it.owner))
    const owed = (...states: readonly State[]) =>
      all.filter((it) => mine.has(it.owner) && states.includes(it.state))
    const given = (...states: readonly State[]) =>
      all.filter((it) => mine.has(it.issuer) && states.includes(it.state))
    const lists = {
      toAccept: owed('assigned'),
      toReport: owed('accepted'),
      toCheck: given('reported'),
      toClose: given('checked'),
      toDispatch: given('draft', 'returned'),
      red: rows.filter((it) => it.light === 'red'),
    }
    const hydrate = async (some: readonly Lit[]) => {
      const page = inOrder(some, 'due', register).slice(0, shown)
      const found = await findCommitments(
        db,
        seen,
        page.map((it) => it.id),
      )
      return found.map((it) => commitmentRow(app, it, register))
    }
    const documents = await listDocuments(db, seen, { limit: shown })
    return accepted({
      lights: countLights(rows),
      toAccept: await hydrate(lists.toAccept),
      toReport: await hydrate(lists.toReport),
      toCheck: await hydrate(lists.toCheck),
      toClose: await hydrate(lists.toClose),
      toDispatch: await hydrate(lists.toDispatch),
      red: await hydrate(lists.red),
      documents: documents.map((it) => documentRow(it, register)),
      counts: {
        toAccept: lists.toAccept.length,
        toReport: lists.toReport.length,
        toCheck: lists.toCheck.length,
        toClose: lists.toClose.length,
        toDispatch: lists.toDispatch.length,
        toReview: await countToReview(db, [...mine]),
      },
    })
  })
}
