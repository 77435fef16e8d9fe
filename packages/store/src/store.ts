import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import type { Pool } from 'pg'
import { type Locks, createLocks } from './locks.js'
import { type Listening, listen } from './news.js'
import { plainValues } from './plain-values.js'
import type { Scope, Units } from './scope.js'
import type { Tables } from './tables.js'

/** A transaction that only reads, within a scope. */
export type Reader = Pick<Transaction<Tables>, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>
/** A transaction that also writes; it is committed when the function that was given it returns. */
export type Writer = Transaction<Tables>

export interface Store {
  /** One snapshot for all queries of `work`. */
  readonly read: <T>(scope: Scope, work: (db: Reader) => Promise<T>) => Promise<T>
  /**
   * Commits what `work` wrote, or rolls back where it throws. Repeats `work` where PostgreSQL asks for it
   * (serialization failure, deadlock), `attempts` times at most: it must have no effect outside the database.
   */
  readonly write: <T>(scope: Scope, work: (db: Writer) => Promise<T>) => Promise<T>
  /** Hears what any process told with `tell`, on a connection beside the pool's. */
  readonly listen: (
    hear: (text: string) => void,
    gap: () => void,
    fault: (error: unknown) => void,
  ) => Listening
  /** Names for one holder at a time, on a connection beside the pool's; the caller closes it. */
  readonly locks: () => Locks
}

const attempts = 5
const serializationFailure = '40001'
const deadlock = '40P01'

/** Over a pool whose role may use the tables. The pool stays the caller's to end. */
export function createStore(pool: Pool): Store {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: plainValues(pool) }) })
  return {
    locks: () => createLocks(pool),
    listen: (hear, gap, fault) => listen(pool, hear, gap, fault),
    read: (scope, work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (transaction) => {
          await enterScope(transaction, scope)
          return work(transaction)
        }),
    write: async (scope, work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction().execute(async (transaction) => {
            await enterScope(transaction, scope)
            return work(transaction)
          })
        } catch (error) {
          if (attempt >= attempts || !mayRepeat(error)) throw error
          await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt))
        }
      }
    },
  }
}

/** Sets the scope of a transaction; once more where a verb must see what its own change takes out of sight. */
export async function enterScope(db: Reader, scope: Scope): Promise<void> {
  const units = setting(scope.readOwners)
  // Of a long list the few that are missing are named: PostgreSQL looks through it for every row.
  const named = scope.readOwners === 'all' ? [] : [...scope.readOwners]
  const missing = sql`(
    select count(*) * 2 < (select count(*) from unit) as few,
      coalesce(',' || string_agg(id, ',') || ',', '') as ids
    from unit where id <> all(${named}::text[]))`
  const none = sql`(select false as few, '' as ids)`
  await sql`select
    set_config('gangmu.read_units', case when few then '*' else ${units} end, true),
    set_config('gangmu.read_but', case when few then ids else '' end, true),
    set_config('gangmu.read_issuers', ${setting(scope.readIssuers)}, true),
    set_config('gangmu.write_units', ${setting(scope.write)}, true)
    from ${scope.readOwners === 'all' ? none : missing} as missing`.execute(db)
}

/** `*`, or ids between commas; ids of units hold neither. */
function setting(units: Units): string {
  if (units === 'all') return '*'
  return units.length === 0 ? '' : `,${units.join(',')},`
}

function mayRepeat(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === serializationFailure || error.code === deadlock)
  )
}
