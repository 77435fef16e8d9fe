import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { App, Model, Opened } from '@gangmu/app'
import { accepted, lexiconFromPack, type Pack, type Refusal, refused, type Result } from '@gangmu/core'
import type { StartOptions } from '../commands/start-options.js'
import { filesAt, type Incoming, incomingOf } from './documents.js'
import { portRefusal } from './port.js'
import { readAhead } from './read-ahead.js'
import { readPack } from './read-pack.js'

/** Everything that can be known to be wrong before a folder or a table is made. */
export interface Plan {
  readonly pack: Pack
  /** The same with its demo, where `pack` has none; without it, where it has. */
  readonly other: Pack
  readonly incoming: readonly Incoming[]
  readonly dataDir: string
  /** The database is yet to be made. */
  readonly fresh: boolean
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
  const dataDir = resolve(
    options.data ?? (pack.manifest.id === 'yunze' ? 'data' : `data-${pack.manifest.id}`),
  )
  const given = files.value.map((path) => incomingOf(path, pack.manifest.city, options.accept))
  return accepted({
    pack,
    other,
    incoming: given.length > 0 ? given : options.demo ? own : [],
    dataDir,
    fresh: options.url === null && isFresh(dataDir),
  })
}

export interface Place {
  readonly app: App
  readonly opened: Opened
}

/** Opens the database, loads the pack into it, and makes the app. Nothing stays open where it is refused. */
export async function openPlace(
  plan: Plan,
  options: StartOptions,
  model: Model | null,
): Promise<Result<Place>> {
  const { createApp, createReader, loadPack, openHome, systemPorts, today } = await import('@gangmu/app')
  const opening = openHome(
    options.url === null ? { dataDir: plan.dataDir, pack: plan.pack.manifest.id } : { url: options.url },
  )
  const limits = { documentBytes: options.documentBytes }
  const plain = createReader(limits)
  // Received today, unless the pack says when.
  const day = today({ ports: systemPorts, place: { manifest: plan.pack.manifest, hash: '' } })
  const arriving = plan.incoming.map((it) => ({ ...it, on: it.on ?? day }))
  const ahead = plan.fresh ? readAhead(plain, lexiconFromPack(plan.pack), arriving, limits) : null
  const home = await opening
  if (!home.ok) {
    ahead?.stop()
    return home
  }
  const opened = home.value
  try {
    const base = { store: opened.store, ports: systemPorts }
    const loaded = await loadPack(base, plan.pack)
    // A place that was begun with a demo may be served without, and the other way round: it stays what it is.
    const agreed = loaded.ok || (await loadPack(base, plan.other)).ok
    const app = agreed ? await createApp({ ...base, limits, reader: ahead?.reader ?? plain, model }) : loaded
    if (app.ok) return accepted({ app: app.value, opened })
    ahead?.stop()
    await opened.close()
    return app
  } catch (error) {
    ahead?.stop()
    await opened.close()
    throw error
  }
}

/** Whether the folder is new or empty: the database is about to be made, and nothing was read yet. */
function isFresh(dataDir: string): boolean {
  try {
    return !existsSync(dataDir) || readdirSync(dataDir).length === 0
  } catch {
    // A folder closed to us, or no folder: opening it says so.
    return false
  }
}
