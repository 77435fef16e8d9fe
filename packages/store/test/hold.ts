// Opens a data folder in a process of its own, for the tests that kill it: one JSON line when it stands, then waits.
import pg from 'pg'
import { openEmbedded } from '../src/open.js'

const folder = process.argv[2] ?? ''
const pack = process.argv[3]
const opened = await openEmbedded(folder, pack === undefined ? {} : { pack })
if (!opened.ok) {
  console.log(JSON.stringify({ refusals: opened.refusals }))
  process.exit(1)
}
const { connection, owner, stop } = opened.value
const client = new pg.Client(owner)
await client.connect()
await client.query('create table if not exists public.mark (at timestamptz default clock_timestamp())')
await client.query('insert into public.mark default values')
const { rows } = await client.query<{ marks: number; fsync: string }>(
  `select count(*)::int as marks, current_setting('fsync') as fsync from public.mark`,
)
await client.end()
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
console.log(JSON.stringify({ ...rows[0], socket: connection.host }))
setInterval(() => undefined, 1_000)
