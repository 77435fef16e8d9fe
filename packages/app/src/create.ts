import { randomBytes } from 'node:crypto'
import type { Result } from '@gangmu/core'
import type { Store } from '@gangmu/store'
import { uuidv7 } from 'uuidv7'
import type { App, Ports } from './app.js'
import type { DocumentReader } from './reading/reader.js'

export interface CreateGiven {
  readonly store: Store
  /** System clock, UUIDv7 and the system's randomness when absent. */
  readonly ports?: Ports
  readonly reader?: DocumentReader
  readonly limits?: { readonly documentBytes: number }
}

/** The app over a store in which a pack was loaded; refused with `place.not-loaded` where none was. */
export async function createApp(_given: CreateGiven): Promise<Result<App>> {
  throw new Error('not yet')
}

export const systemPorts: Ports = {
  clock: () => new Date().toISOString(),
  id: () => uuidv7(),
  nonce: () => randomBytes(32),
}
