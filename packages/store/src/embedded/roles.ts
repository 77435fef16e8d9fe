import pg from 'pg'
import { appRole, database, ownerRole } from '../running.js'
import { superuser } from './cluster.js'

/**
 * Makes the two roles and the database where they are missing. The owner makes tables; the application's role owns
 * nothing and is held by row-level security. Answers the server's version number.
 */
export async function prepareDatabase(at: { readonly host: string; readonly port: number }): Promise<number> {
  const client = new pg.Client({ ...at, user: superuser, database: 'postgres' })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number; roles: string[]; database: boolean }>(
      `select current_setting('server_version_num')::int as version,
              array(select rolname::text from pg_roles where rolname in ($1, $2)) as roles,
              exists(select from pg_database where datname = $3) as database`,
      [ownerRole, appRole, database],
    )
    const found = rows[0]
    if (found === undefined) throw new Error('the server gave no version')
    for (const role of [ownerRole, appRole]) {
      if (!found.roles.includes(role)) await client.query(`create role ${role} login nobypassrls`)
    }
    if (!found.database) await client.query(`create database ${database} owner ${ownerRole}`)
    return found.version
  } finally {
    await client.end()
  }
}
