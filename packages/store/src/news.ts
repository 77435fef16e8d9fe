import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Writer } from './store.js'

const CHANNEL = 'gangmu_news'
/** Milliseconds between a connection that broke and the next try, doubled from the first to the last. */
const delays = { first: 200, last: 10_000 }

export interface Listening {
  /** Ends the connection; nothing is heard after. */
  readonly stop: () => Promise<void>
}

/** Tells all who listen on this database, when and if the transaction commits. At most some 8,000 bytes. */
export async function tell(db: Writer, text: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${text})`.execute(db)
}

/**
 * Hears what transactions of any process told, on one connection of its own. `gap` is called each time that
 * connection begins to hear: what was told before it did is lost. What either throws goes to `fault`, and the next is
 * heard all the same: whoever may connect to the database may tell anything.
 */
export function listen(
  pool: pg.Pool,
  hear: (text: string) => void,
  gap: () => void,
  fault: (error: unknown) => void,
): Listening {
  const ended = new AbortController()
  let client: pg.Client | null = null
  const run = async (): Promise<void> => {
    let delay = delays.first
    while (!ended.signal.aborted) {
      // Named, so that an operator knows it among the connections.
      const mine = new pg.Client({ ...pool.options, application_name: 'gangmu news' })
      client = mine
      const broken = new Promise<void>((resolve) => {
        mine.on('error', () => resolve())
        mine.once('end', resolve)
      })
      mine.on('notification', (it) => guarded(() => hear(it.payload ?? ''), fault))
      try {
        await mine.connect()
        await mine.query(`listen ${CHANNEL}`)
        delay = delays.first
        guarded(gap, fault)
        await broken
      } catch {
        // The database is away; it is asked again.
      }
      await mine.end().catch(() => undefined)
      if (!ended.signal.aborted) await wait(delay, undefined, { signal: ended.signal }).catch(() => undefined)
      delay = Math.min(delay * 2, delays.last)
    }
  }
  const done = run()
  return {
    stop: async () => {
      ended.abort()
      await client?.end().catch(() => undefined)
      await done
    },
  }
}

/** Thrown inside an event of the connection it would end the process. */
function guarded(work: () => void, fault: (error: unknown) => void): void {
  try {
    work()
  } catch (error) {
    fault(error)
  }
}
