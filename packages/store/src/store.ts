import { Kysely, PostgresDialect, type Transaction, sql } from 'kysely'
import type { Pool } from 'pg'
import type { Scope, Units } from './scope.js'
import type { Tables } from './tables.js'

declare const reading: unique symbol
declare const writing: unique symbol

/** A transaction that only reads, within a scope. */
export type Reader = Transaction<Tables> & { readonly [reading]: true }
/** A transaction that also writes; it is committed when the function that was given it returns. */
export type Writer = Reader & { readonly [writing]: true }

export interface Store {
  readonly read: <T>(scope: Scope, work: (db: Reader) => Promise<T>) => Promise<T>
  /** Repeats `work` where PostgreSQL asks for it (serialization failure, deadlock), at most `ATTEMPTS` times. */
  readonly write: <T>(scope: Scope, work: (db: Writer) => Promise<T>) => Promise<T>
}

const ATTEMPTS = 5
const again = new Set(['40001', '40P01'])

/** Over a pool whose role may use the tables. The pool stays the caller's to end. */
export function createStore(pool: Pool): Store {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    read: (scope, work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (transaction) => {
          await enter(transaction, scope)
          return work(transaction as Reader)
        }),
    write: async (scope, work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await db.transaction().execute(async (transaction) => {
            await enter(transaction, scope)
            return work(transaction as Writer)
          })
        } catch (error) {
          if (attempt >= ATTEMPTS || !isAgain(error)) throw error
          await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt))
        }
      }
    },
  }
}

async function enter(db: Transaction<Tables>, scope: Scope): Promise<void> {
  await sql`select
    set_config('gangmu.read_units', ${setting(scope.readOwners)}, true),
    set_config('gangmu.read_issuers', ${setting(scope.readIssuers)}, true),
    set_config('gangmu.write_units', ${setting(scope.write)}, true)`.execute(db)
}

/** Ids of units hold neither comma nor star. */
function setting(units: Units): string {
  return units === 'all' ? '*' : units.join(',')
}

function isAgain(error: unknown): boolean {
  return error instanceof Error && 'code' in error && again.has(String(error.code))
}
