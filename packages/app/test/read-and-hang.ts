// Begins to read what waits in a database and never ends, for the test that kills it: says one line, then waits.
import { createPool, createStore } from '@gangmu/store'
import { createApp, createReader, readPending } from '../src/index.js'

const pool = createPool({ connection: JSON.parse(process.argv[2] ?? '{}') as object })
const real = createReader({ documentBytes: 1_000_000 })
const reader = {
  ...real,
  read: (): Promise<never> => {
    process.stdout.write('reading\n')
    return new Promise(() => undefined)
  },
}
const app = await createApp({ store: createStore(pool), reader })
if (!app.ok) throw new Error(JSON.stringify(app.refusals))
await readPending(app.value)
