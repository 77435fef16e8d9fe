import type { Threads } from '@gangmu/intake'

/** Work in a thread that was ended because it took more time or memory than it is given. */
export class TookTooMuch extends Error {}

/** What a thread makes of `given`, so that requests do not wait for it. Throws where it fails, and `TookTooMuch`. */
export async function inThread<Input, Output>(
  threads: Threads<Input, Output>,
  given: Input,
  milliseconds: number,
): Promise<Output> {
  const done = await threads.run(given, { milliseconds, growthMb: Infinity })
  switch (done.ended) {
    case null:
      return done.value
    case 'time':
      throw new TookTooMuch(`not read within ${milliseconds} ms`)
    case 'heap':
    case 'growth':
      throw new TookTooMuch(`not read within ${done.megabytes} MB`)
    case 'crash':
      throw done.error
    case 'stopped':
      throw new Error('the reading threads are closed')
  }
}
