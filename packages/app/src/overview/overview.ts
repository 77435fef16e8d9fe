import {
  type Result,
  type State,
  type Subject,
  accepted,
  offices,
  refusal,
  refused,
  standingsOf,
  visible,
} from '@gangmu/core'
import {
  commitmentPage,
  countSides,
  countStandings,
  countToReview,
  findCommitments,
  listDocuments,
} from '@gangmu/store'
import type { App } from '../app.js'
import { commitmentRow, countLights, ruleOn } from '../commitment/present.js'
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
    const mine = offices(subject).filter((it) => unit === undefined || it === unit)
    const owners = unit === undefined ? undefined : [...register.reachOf(unit)]
    const { days } = ruleOn(app, register.date)
    const lights = countLights(await countStandings(db, seen, { owners }, days))
    const sides = await countSides(db, seen, mine)
    const count = (side: 'owed' | 'given', of: readonly State[]) =>
      sides.reduce((sum, it) => sum + (it[side] && of.includes(it.state) ? it.count : 0), 0)
    const first = async (filter: Parameters<typeof commitmentPage>[2]) => {
      const ids = await commitmentPage(db, seen, filter, { order: { by: 'due' }, offset: 0, limit: shown })
      const found = await findCommitments(db, seen, ids)
      return found.map((it) => commitmentRow(app, it, register))
    }
    const owed = (...of: readonly State[]) => first({ owners: mine, states: of })
    const given = (...of: readonly State[]) => first({ issuers: mine, states: of })
    const documents = await listDocuments(db, seen, { limit: shown })
    return accepted({
      lights,
      toAccept: await owed('assigned'),
      toReport: await owed('accepted'),
      toCheck: await given('reported'),
      toClose: await given('checked'),
      toDispatch: await given('draft', 'returned'),
      red: await first({ owners, standing: { days, of: standingsOf('red') } }),
      documents: documents.map((it) => documentRow(it, register)),
      counts: {
        toAccept: count('owed', ['assigned']),
        toReport: count('owed', ['accepted']),
        toCheck: count('given', ['reported']),
        toClose: count('given', ['checked']),
        toDispatch: count('given', ['draft', 'returned']),
        toReview: await countToReview(db, mine),
      },
    })
  })
}
