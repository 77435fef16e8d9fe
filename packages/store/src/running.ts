import type { PoolConfig } from 'pg'

/** A database that runs and may be connected to. */
export interface Running {
  /** For the application: a role that owns nothing, unless `singleRole`. */
  readonly connection: PoolConfig
  /** For migrations and their role alone. */
  readonly owner: PoolConfig
  /** As PostgreSQL numbers itself, for example 180004. */
  readonly version: number
  /** True where the login may not create roles: then the application is the owner, and says so. */
  readonly singleRole: boolean
  readonly schema: string
  /** Ends what we started, and waits until it is gone. A server that we did not start stays. */
  stop(): Promise<void>
}

export const ownerRole = 'gangmu_owner'
export const appRole = 'gangmu_app'
export const database = 'gangmu'
export const defaultSchema = 'gangmu'

/** `-c` words for a connection's start: the region's schema first, then where the extensions stand. */
export function startOptions(schema: string, role?: string): string {
  const words = [`-c search_path=${schema},public`]
  if (role !== undefined) words.push(`-c role=${role}`)
  return words.join(' ')
}

/** A schema's name goes into statements and start options, so it must be a plain word. */
export function plainName(name: string): boolean {
  return /^[a-z][a-z0-9_]{0,50}$/.test(name)
}
