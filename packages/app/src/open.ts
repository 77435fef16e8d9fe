import { accepted, type Result } from '@gangmu/core'
import {
  createPool,
  createStore,
  migrate,
  openEmbedded,
  openServer,
  type Pool,
  type Store,
} from '@gangmu/store'

/** Where the records stand: a server's address, or a data folder in which we start PostgreSQL ourselves. */
export type Home = { readonly url: string } | { readonly dataDir: string; readonly pack: string }

export interface Opened {
  readonly store: Store
  readonly pool: Pool
  /** The names of the migrations this start applied. */
  readonly migrated: readonly string[]
  /** Ends the connections, and the database where we started it. */
  readonly close: () => Promise<void>
}

/** Opens the database, brings it up to date, and connects to it. */
export async function openHome(home: Home): Promise<Result<Opened>> {
  const running = await ('url' in home
    ? openServer(home.url)
    : openEmbedded(home.dataDir, { pack: home.pack }))
  if (!running.ok) return running
  const migrated = await migrate(running.value).catch(async (error: unknown) => {
    await running.value.stop()
    throw error
  })
  if (!migrated.ok) {
    await running.value.stop()
    return migrated
  }
  const pool = createPool(running.value)
  return accepted({
    store: createStore(pool),
    pool,
    migrated: migrated.value.applied,
    close: async () => {
      await pool.end()
      await running.value.stop()
    },
  })
}
