import pg from 'pg'

/** Names that one holder at a time has, on a connection of their own: when the process dies, so does the hold. */
export interface Locks {
  /** Runs `work`, in no transaction, while nobody else holds `name`; null where somebody does. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T | null>
  readonly close: () => Promise<void>
}

/** Connects with the first name that is asked for, and again where that connection broke. */
export function createLocks(pool: pg.Pool): Locks {
  let client: pg.Client | null = null
  const connected = async (): Promise<pg.Client> => {
    if (client !== null) return client
    const mine = new pg.Client(pool.options)
    const gone = (): void => {
      if (client === mine) client = null
    }
    mine.on('error', gone)
    mine.on('end', gone)
    await mine.connect()
    client = mine
    return mine
  }
  return {
    alone: async (name, work) => {
      const mine = await connected()
      const { rows } = await mine.query<{ held: boolean }>(
        `select pg_try_advisory_lock(hashtextextended($1, 0)) as held`,
        [name],
      )
      if (rows[0]?.held !== true) return null
      try {
        return await work()
      } finally {
        // Where the connection broke, the hold went with it.
        await mine.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => undefined)
      }
    },
    close: async () => {
      await client?.end().catch(() => undefined)
    },
  }
}
