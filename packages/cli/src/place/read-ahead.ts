import { readFile, stat } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import type { DocumentReader, ReadGiven, ReadText } from '@gangmu/app'
import type { Lexicon } from '@gangmu/core'
import type { Incoming } from './documents.js'

/** A file, and the day as whose it will be received. */
type Arriving = Pick<Incoming, 'path' | 'name'> & { readonly on: string }

/** As many as `intake` parses at a time: more would only wait in memory. */
const filesAtOnce = 2

export interface Ahead {
  /** Answers what is read already, or is about to be; reads everything else as the given reader does. */
  readonly reader: DocumentReader
  /** Leaves unread what is not begun. */
  readonly stop: () => void
}

/**
 * Reads documents while the database is made, which is another process's work. A reading made ahead is answered only
 * for the same text, name, day of receipt and names of the place; so it saves time and decides nothing.
 */
export function readAhead(
  reader: DocumentReader,
  lexicon: Lexicon,
  incoming: readonly Arriving[],
  limits: { readonly documentBytes: number },
): Ahead {
  const readings = new Map<string, Promise<ReadText | null>>()
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()

  async function receive({ path, name, on: receivedOn }: Arriving): Promise<void> {
    // Too large a file is refused where it is asked for, and never in memory.
    if ((await stat(path)).size > limits.documentBytes) return
    const received = await reader.receive(await readFile(path), name)
    if (!received.ok) return
    const { text } = received.value
    const reading = last
      // Between two documents whoever waits for the database has its turn.
      .then(() => turn())
      .then(() => (stopped ? null : reader.read({ text, name, lexicon, receivedOn, refused: [] })))
      // What goes wrong here goes wrong again where it is asked for, and is told there.
      .catch(() => null)
    last = reading
    readings.set(keyOf({ name, text, receivedOn }), reading)
  }

  const left = incoming.values()
  const lane = async (): Promise<void> => {
    for (const it of left) {
      if (stopped) return
      await receive(it).catch(() => undefined)
    }
  }
  for (let lanes = filesAtOnce; lanes > 0; lanes--) void lane()
  return {
    reader: {
      receive: (bytes, name) => reader.receive(bytes, name),
      compare: (given) => reader.compare(given),
      async read(given) {
        const key = keyOf(given)
        const same = given.lexicon.version === lexicon.version && given.refused.length === 0
        const early = same ? await readings.get(key) : null
        readings.delete(key)
        return early ?? reader.read(given)
      },
    },
    stop: () => (stopped = true),
  }
}

function keyOf({ name, receivedOn, text }: Pick<ReadGiven, 'name' | 'receivedOn' | 'text'>): string {
  return `${name}\n${receivedOn}\n${text}`
}
