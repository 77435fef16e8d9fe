import { sql } from 'kysely'
import type { Reader } from '../store.js'

/**
 * Whether a session is still there and not over: a revoked one ends at once, whatever its cookie says, and seven days
 * after the password was given every one ends, however busy it is.
 */
export async function sessionHolds(db: Reader, token: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists(
      select from auth_session
      where token = ${token} and expires_at > now() and created_at > now() - interval '7 days'
    ) as holds`.execute(db)
  return rows[0]?.holds === true
}
