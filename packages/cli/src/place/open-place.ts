import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { App, Opened } from '@gangmu/app'
import { accepted, emptyLexicon, type Pack, type Refusal, refused, type Result } from '@gangmu/core'
import type { StartOptions } from '../commands/start-options.js'
import { filesAt, type Incoming, incomingOf } from './documents.js'
import { portRefusal } from './port.js'
import { readPack } from './read-pack.js'

/** Everything that can be known to be wrong before a folder or a table is made. */
export interface Plan {
  readonly pack: Pack
  /** The same with its demo, where `pack` has none; without it, where it has. */
  readonly other: Pack
  readonly incoming: readonly Incoming[]
  readonly dataDir: string
}

export async function planOf(options: StartOptions): Promise<Result<Plan>> {
  const read = readPack(options.pack)
  const files = filesAt(options.documents)
  const port = await portRefusal(options.host, options.port)
  const refusals: Refusal[] = [...(read.ok ? [] : read.refusals), ...(files.ok ? [] : files.refusals)]
  if (port !== null) refusals.push(port)
  if (!read.ok || !files.ok || refusals.length > 0) return refused(...refusals)
  const { folder } = read.value
  const whole = read.value.pack
  const bare = { ...whole, manifest: { ...whole.manifest, demo: null } }
  const [pack, other] = options.demo ? [whole, bare] : [bare, whole]
  const own = pack.documents.map((it) => ({
    path: join(folder, 'documents', it.file),
    name: it.file,
    unit: it.receivedBy,
    on: it.receivedOn,
    accept: it.accept || options.accept,
  }))
  const given = files.value.map((path) => incomingOf(path, pack.manifest.city, options.accept))
  return accepted({
    pack,
    other,
    incoming: given.length > 0 ? given : options.demo ? own : [],
    dataDir: resolve(options.data ?? (pack.manifest.id === 'yunze' ? 'data' : `data-${pack.manifest.id}`)),
  })
}

export interface Place {
  readonly app: App
  readonly opened: Opened
}

/** Opens the database, loads the pack into it, and makes the app. Nothing stays open where it is refused. */
export async function openPlace(plan: Plan, options: StartOptions): Promise<Result<Place>> {
  const { createApp, loadPack, openHome, systemPorts } = await import('@gangmu/app')
  // A first start will read: the tables of the language load while the database is made.
  if (options.url === null && plan.incoming.length > 0 && !existsSync(plan.dataDir)) void warmLanguage()
  const home = await openHome(
    options.url === null ? { dataDir: plan.dataDir, pack: plan.pack.manifest.id } : { url: options.url },
  )
  if (!home.ok) return home
  const opened = home.value
  try {
    const base = { store: opened.store, ports: systemPorts }
    const loaded = await loadPack(base, plan.pack)
    // A place that was begun with a demo may be served without, and the other way round: it stays what it is.
    const agreed = loaded.ok || (await loadPack(base, plan.other)).ok
    const app = agreed
      ? await createApp({ ...base, limits: { documentBytes: options.documentBytes } })
      : loaded
    if (app.ok) return accepted({ app: app.value, opened })
    await opened.close()
    return app
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function warmLanguage(): Promise<void> {
  const { read, restore } = await import('@gangmu/text')
  const received = '会议指出。'
  read({ received, restoration: restore(received), lexicon: emptyLexicon, name: '' })
}
