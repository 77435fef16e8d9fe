import { sql } from 'kysely'
import type { Writer } from '../store.js'

/** What signs the cookies of this database. `fresh` becomes it where there is none yet; the first of two wins. */
export async function signingSecret(db: Writer, fresh: string): Promise<string> {
  await sql`insert into auth_secret (secret) values (${fresh}) on conflict do nothing`.execute(db)
  const { rows } = await sql<{ secret: string }>`select secret from auth_secret`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('no signing secret after it was made')
  return row.secret
}
