import type { Reader, Writer } from '../store.js'

/** Keeps bytes under their hash, once. */
export async function insertBlob(db: Writer, sha256: string, bytes: Uint8Array): Promise<void> {
  await db
    .insertInto('blob')
    .values({ sha256, bytes })
    .onConflict((it) => it.doNothing())
    .execute()
}

export async function findBlob(db: Reader, sha256: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('blob').select('bytes').where('sha256', '=', sha256).executeTakeFirst()
  return row?.bytes ?? null
}

/** Remembers who brought a file that a report may cite; false where that was known. */
export async function insertEvidence(
  db: Writer,
  it: { readonly sha256: string; readonly person: string; readonly name: string; readonly at: string },
): Promise<boolean> {
  const row = await db
    .insertInto('evidence')
    .values(it)
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst()
  return row !== undefined
}

/** Of these hashes, those the person brought. */
export async function evidenceOf(
  db: Reader,
  person: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .selectFrom('evidence')
    .select('sha256')
    .where('person', '=', person)
    .where('sha256', 'in', hashes)
    .execute()
  return new Set(rows.map((it) => it.sha256))
}
