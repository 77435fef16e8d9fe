import { randomBytes } from 'node:crypto'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { defaultLimits } from '@gangmu/intake'
import { type Store, everything, findPlace } from '@gangmu/store'
import { uuidv7 } from 'uuidv7'
import type { App, Ports } from './app.js'
import type { Model } from './model/model.js'
import { createLive } from './document/live.js'
import { type DocumentReader, createReader } from './reading/reader.js'

export interface CreateGiven {
  readonly store: Store
  /** System clock, UUIDv7 and the system's randomness when absent. */
  readonly ports?: Ports
  readonly reader?: DocumentReader
  /** None when absent. */
  readonly model?: Model | null
  readonly limits?: { readonly documentBytes: number }
}

/** The app over a store in which a pack was loaded; refused with `place.not-loaded` where none was. */
export async function createApp(given: CreateGiven): Promise<Result<App>> {
  const place = await given.store.read(everything, findPlace)
  if (place === null) return refused(refusal('place.not-loaded', 'pack'))
  const limits = given.limits ?? { documentBytes: defaultLimits.bytes }
  return accepted({
    store: given.store,
    ports: given.ports ?? systemPorts,
    place: { manifest: place.manifest, hash: place.hash },
    reader: given.reader ?? createReader(limits),
    model: given.model ?? null,
    live: createLive(given.store),
    limits,
  })
}

export const systemPorts: Ports = {
  clock: () => new Date().toISOString(),
  id: () => uuidv7(),
  nonce: () => randomBytes(32),
}
