import type { Reader, Writer } from '../store.js'

export interface RequestRow {
  readonly id: string
  readonly person: string
  /** SHA-256 of what was asked, hexadecimal. */
  readonly digest: string
  readonly at: string
}

export async function findRequest(db: Reader, id: string): Promise<RequestRow | null> {
  const row = await db
    .selectFrom('request')
    .select(['id', 'person', 'digest', 'at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** False where the id was taken in the meantime. */
export async function insertRequest(db: Writer, request: RequestRow): Promise<boolean> {
  const row = await db
    .insertInto('request')
    .values(request)
    .onConflict((it) => it.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
