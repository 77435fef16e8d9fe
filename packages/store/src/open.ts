import pg from 'pg'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { type Running, appRole, defaultSchema, startOptions } from './running.js'

export { type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.js'

/** PostgreSQL 15: the first with every statement our migrations use. */
const oldestServer = 150_000

export interface ServerOptions {
  readonly schema?: string
}

/**
 * Opens a PostgreSQL server by its address (`postgres://user:password@host/database`). Refuses what cannot be reached
 * (`database.unreachable`) and what is older than 15 (`database.too-old`). Where the login may create roles, the
 * application runs as a role that owns nothing; where not, `singleRole` is true.
 */
export async function openServer(url: string, options: ServerOptions = {}): Promise<Result<Running>> {
  const schema = options.schema ?? defaultSchema
  const place = placeOf(url)
  if (place === null)
    return refused(refusal('database.unreachable', 'DATABASE_URL', { reason: 'not an address' }))
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // An error while idle would otherwise end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    return refused(refusal('database.unreachable', place, { reason: reasonOf(error) }))
  }
  try {
    const { rows } = await client.query<{ version: number; text: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as text`,
    )
    const version = rows[0]?.version ?? 0
    if (version < oldestServer) {
      return refused(refusal('database.too-old', place, { version: rows[0]?.text ?? '', needed: 15 }))
    }
    const twoRoles = await offerAppRole(client)
    return accepted({
      connection: { connectionString: url, options: startOptions(schema, twoRoles ? appRole : undefined) },
      owner: { connectionString: url, options: startOptions(schema) },
      version,
      singleRole: !twoRoles,
      schema,
      stop: async () => undefined,
    })
  } finally {
    await client.end()
  }
}

/** Makes the application's role and lets the login take it on; false where the login may not. */
async function offerAppRole(client: pg.Client): Promise<boolean> {
  try {
    const { rows } = await client.query<{ exists: boolean; member: boolean }>(
      `select exists(select from pg_roles where rolname = $1) as exists,
              exists(select from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
                     where r.rolname = $1 and u.rolname = current_user) as member`,
      [appRole],
    )
    if (rows[0]?.exists !== true) await client.query(`create role ${appRole} nologin nobypassrls`)
    if (rows[0]?.member !== true) await client.query(`grant ${appRole} to current_user`)
    await client.query(`set role ${appRole}`)
    return true
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    // insufficient_privilege; another start may have made the role in between: then the next start takes it.
    if (code === '42501' || code === '42710' || code === '23505') return false
    throw error
  }
}

/** The address without its password. */
function placeOf(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url)
    return protocol === 'postgres:' || protocol === 'postgresql:' ? `${protocol}//${host}${pathname}` : null
  } catch {
    return null
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
