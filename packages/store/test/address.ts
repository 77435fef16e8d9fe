import type { PoolConfig } from 'pg'

/** The address of a connection, for what takes only an address: a Unix socket goes into `host`. */
export function addressOf(config: PoolConfig): string {
  const url = new URL(config.connectionString ?? `postgres://localhost/${config.database ?? ''}`)
  if (config.user !== undefined) url.username = config.user
  if (typeof config.password === 'string') url.password = config.password
  if (config.host !== undefined) url.searchParams.set('host', config.host)
  return url.href
}
