import {
  type Result,
  type Subject,
  accepted,
  mayReadCommitment,
  refusal,
  refused,
  standingsOf,
  visible,
} from '@gangmu/core'
import {
  type CommitmentFilter,
  type Reader,
  commitmentPage,
  countStandings,
  findCommitments,
  listThemes,
} from '@gangmu/store'
import { queryTokens } from '@gangmu/text'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { owingIn } from '../unit/owing-in.js'
import { type RegisterOn, registerOn } from '../unit/register.js'
import { commitmentRow, countLights, ruleOn } from './present.js'
import type { CommitmentList, CommitmentQuery } from './reply.js'
import { orderOf } from './order.js'
import { subtree } from './subtree.js'

const pageSize = 50

/**
 * Commitments the reader may see, filtered, sorted, one page of them. `total` counts what all filters leave, `lights`
 * what all filters but that of the light leave.
 */
export async function listCommitments(
  app: App,
  subject: Subject,
  query: CommitmentQuery,
): Promise<Result<CommitmentList>> {
  const seen = visible(subject)
  return app.store.read(scopeOf(subject), async (db) => {
    const register = await registerOn(app.store, db, today(app))
    const filter = await filterOf(db, register, query)
    if (!filter.ok) return filter
    // Skeleton, hydrate, rules, present.
    const { days } = ruleOn(app, register.date)
    const { light } = query
    const lights = countLights(await countStandings(db, seen, filter.value, days))
    const standing = light === undefined ? undefined : { days, of: standingsOf(light) }
    const page = await commitmentPage(
      db,
      seen,
      { ...filter.value, standing },
      {
        order: orderOf(app, query.sort, register),
        offset: query.offset ?? 0,
        limit: query.limit ?? pageSize,
      },
    )
    const hydrated = await findCommitments(db, seen, page)
    const readable = hydrated.filter((it) => mayReadCommitment(subject, it))
    return accepted({
      total: light === undefined ? lights.green + lights.yellow + lights.red + lights.grey : lights[light],
      lights,
      commitments: readable.map((it) => commitmentRow(app, it, register)),
    })
  })
}

async function filterOf(
  db: Reader,
  register: RegisterOn,
  query: CommitmentQuery,
): Promise<Result<CommitmentFilter>> {
  if (query.unit !== undefined && !register.byId.has(query.unit)) {
    return refused(refusal('unit.unknown', 'unit', { unit: query.unit }))
  }
  if (query.place !== undefined && !register.byId.has(query.place)) {
    return refused(refusal('unit.unknown', 'place', { unit: query.place }))
  }
  const themes = await themesOf(db, query.theme)
  if (themes === null) return refused(refusal('theme.unknown', 'theme', { theme: query.theme ?? '' }))
  const tokens = queryTokens(query.q ?? '')
  return accepted({
    owners: ownersOf(register, query),
    themes,
    kind: query.kind,
    states: query.state === undefined ? undefined : [query.state],
    dueFrom: query.dueFrom,
    dueTo: query.dueTo,
    document: query.document,
    tokens: tokens.length === 0 ? undefined : tokens,
  })
}

function ownersOf(register: RegisterOn, { unit, place }: CommitmentQuery): readonly string[] | undefined {
  if (place !== undefined) return owingIn(register, place, unit)
  return unit === undefined ? undefined : [...register.reachOf(unit)]
}

/** Null where there is no such theme. */
async function themesOf(
  db: Reader,
  theme: string | undefined,
): Promise<readonly string[] | 'none' | undefined | null> {
  if (theme === undefined || theme === 'none') return theme
  const found = subtree(await listThemes(db), theme)
  return found.size === 0 ? null : [...found]
}
