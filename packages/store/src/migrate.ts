import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { type Running, appRole, plainName } from './running.js'

/** Beside src and dist alike. */
const migrationsDir = fileURLToPath(new URL('../migrations', import.meta.url))

/** Made once in `public`, because a database has an extension once and a schema is a region. */
const extensions = ['btree_gist', 'pg_trgm'] as const

export interface Migration {
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

export interface Migrated {
  /** The names applied by this call, in order. */
  readonly applied: readonly string[]
  readonly total: number
}

/**
 * Brings the region's schema up to date, one transaction a file. Two migrators at once: the second waits, then finds
 * nothing to do. Refuses a database with a migration we do not have (`database.newer`) and an applied one whose file
 * was edited (`database.migration-changed`), and a server whose login may not make a schema (`database.not-allowed`)
 * or that lacks an extension (`database.no-extension`); a failing statement is a bug and throws.
 *
 * The SQL names no schema. The application's role may read and write every table made here; a file takes rights away
 * with `current_setting('gangmu.app_role')`, which is the owner itself where the login may not create roles.
 */
export async function migrate(
  running: Pick<Running, 'owner' | 'schema' | 'singleRole'>,
  files: readonly Migration[] = readMigrations(),
): Promise<Result<Migrated>> {
  const { schema } = running
  if (!plainName(schema)) throw new Error(`a schema is a plain word, not ${schema}`)
  const client = new pg.Client(running.owner)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('gangmu.migrate.' || $1, 0))`, [schema])
    const prepared = await prepareSchema(client, schema, running.singleRole)
    if (!prepared.ok) return prepared
    const { rows } = await client.query<{ name: string; sha256: string }>(
      `select name, sha256 from migration order by name`,
    )
    const refusals = compare(rows, files, schema)
    if (refusals.length > 0) return refused(...refusals)
    const done = new Set(rows.map((row) => row.name))
    const open = files.filter((file) => !done.has(file.name))
    for (const file of open) await apply(client, file)
    return accepted({ applied: open.map((file) => file.name), total: files.length })
  } finally {
    await client.end()
  }
}

/** The migrations of this version, in order: `NNNN_name.sql`. */
export function readMigrations(folder: string = migrationsDir): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(file))
    .toSorted()
    .map((file) => {
      // A checkout with CRLF is the same migration.
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
      return { name: file.slice(0, -4), sha256: createHash('sha256').update(sql).digest('hex'), sql }
    })
}

function compare(
  rows: readonly { readonly name: string; readonly sha256: string }[],
  files: readonly Migration[],
  schema: string,
) {
  const known = new Map(files.map((file) => [file.name, file.sha256]))
  return rows.flatMap(({ name, sha256 }) => {
    const ours = known.get(name)
    if (ours === undefined) return [refusal('database.newer', schema, { migration: name })]
    return ours === sha256
      ? []
      : [refusal('database.migration-changed', `${name}.sql`, { applied: sha256, file: ours })]
  })
}

/** Makes the schema, its rights and its record where they are missing. Refuses what the login may not do. */
async function prepareSchema(client: pg.Client, schema: string, singleRole: boolean): Promise<Result<void>> {
  const role = singleRole ? 'current_user' : appRole
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass($1 || '.migration') is not null as there,
            set_config('search_path', $1 || ',public', false),
            set_config('gangmu.app_role', ${singleRole ? 'current_user' : `'${appRole}'`}, false)`,
    [schema],
  )
  if (rows[0]?.there === true) return accepted(undefined)
  try {
    await client.query('begin')
    for (const extension of extensions) {
      await client.query(`create extension if not exists ${extension} with schema public`)
    }
    await client.query(`
      create schema if not exists ${schema};
      grant usage on schema ${schema} to ${role};
      alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role};
      alter default privileges in schema ${schema} grant usage, select on sequences to ${role};
      create table migration (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      );
      revoke insert, update, delete on migration from ${role};`)
    if (singleRole) await client.query(`grant insert on migration to ${role}`)
    await client.query('commit')
    return accepted(undefined)
  } catch (error) {
    await client.query('rollback')
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    const reason = error instanceof Error ? error.message : String(error)
    // insufficient_privilege; the contrib package is not installed.
    if (code === '42501') return refused(refusal('database.not-allowed', schema, { reason }))
    if (code === '0A000' || code === '58P01')
      return refused(refusal('database.no-extension', schema, { reason }))
    throw error
  }
}

async function apply(client: pg.Client, file: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(file.sql)
    await client.query(`insert into migration (name, sha256) values ($1, $2)`, [file.name, file.sha256])
    await client.query('commit')
  } catch (error) {
    const at = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN
    const line = Number.isNaN(at) ? '' : `:${file.sql.slice(0, at).split('\n').length}`
    throw new Error(
      `migration ${file.name}.sql${line}: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}
