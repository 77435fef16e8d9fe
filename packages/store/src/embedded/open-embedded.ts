import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { type Running, appRole, database, defaultSchema, ownerRole, startOptions } from '../running.js'
import { type Binaries, findBinaries } from './binaries.js'
import { type Place, createCluster } from './cluster.js'
import { claimFolder, folderFormat, readMarker, writeMarker } from './folder.js'
import { chooseIdentity } from './identity.js'
import { type FolderLock, lockFolder } from './lock.js'
import { prepareDatabase } from './roles.js'
import { keepServer } from './server.js'

export interface EmbeddedOptions {
  /** The pack this folder is for; another pack's folder is refused (`data.other-pack`). */
  readonly pack?: string
  /** The region's schema; `gangmu` unless said. */
  readonly schema?: string
  /** Settings of the server beyond ours, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts PostgreSQL in a data folder, which it makes where it is missing.
 *
 * A server outlives a killed process. Whatever still holds the folder is stopped, with a fast shutdown, before ours
 * is started: the folder's lock says that nobody living uses it, and one way to start is easier to trust than two.
 * A server that dies while we run is started again in the same place.
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Result<Running>> {
  const binaries = findBinaries()
  if (!binaries.ok) return binaries
  const folder = claimFolder(dataDir)
  if (!folder.ok) return folder
  const lock = lockFolder(folder.value)
  if (!lock.ok) return lock
  const opened = await openLocked(folder.value, binaries.value, lock.value, options)
  if (!opened.ok) lock.value.release()
  return opened
}

async function openLocked(
  folder: string,
  binaries: Binaries,
  lock: FolderLock,
  options: EmbeddedOptions,
): Promise<Result<Running>> {
  const marked = markFolder(folder, options.pack ?? null)
  if (!marked.ok) return marked
  const identity = chooseIdentity(folder, binaries)
  if (!identity.ok) return identity
  const place: Place = { folder, binaries, identity: identity.value, settings: options.settings ?? {} }
  const created = await createCluster(place)
  if (!created.ok) return created
  const server = await keepServer(place)
  if (!server.ok) return server
  const { at, stop } = server.value
  const version = await prepareDatabase(at)
  const schema = options.schema ?? defaultSchema
  const start = { ...at, database, options: startOptions(schema) }
  return accepted({
    connection: { ...start, user: appRole },
    owner: { ...start, user: ownerRole },
    version,
    singleRole: false,
    schema,
    async stop() {
      await stop()
      lock.release()
    },
  })
}

/** The folder keeps its first pack: two places' records never stand in one database. */
function markFolder(folder: string, pack: string | null): Result<void> {
  const marker = readMarker(folder)
  if (!marker.ok) return marker
  const known = marker.value?.pack ?? null
  if (known !== null && pack !== null && known !== pack) {
    return refused(refusal('data.other-pack', folder, { holds: known, asked: pack }))
  }
  if (marker.value === null || known !== (pack ?? known)) {
    writeMarker(folder, { format: folderFormat, pack: pack ?? known })
  }
  return accepted(undefined)
}
