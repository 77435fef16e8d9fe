import type { PackManifest } from '@gangmu/core'
import type { Store } from '@gangmu/store'
import type { Model } from './model/model.js'
import type { Live } from './document/live.js'
import type { DocumentReader } from './reading/reader.js'

/** What differs between a run and a test: the clock, ids and randomness. */
export interface Ports {
  /** ISO 8601 instant. */
  readonly clock: () => string
  /** UUID, version 7. */
  readonly id: () => string
  /** 32 random bytes. */
  readonly nonce: () => Uint8Array
}

/** The place this installation serves, as its pack says. */
export interface PlaceOfWork {
  readonly manifest: PackManifest
  /** SHA-256 of the canonical pack, hexadecimal. */
  readonly hash: string
}

/** What a pack is loaded with: everything but a place. */
export interface Base {
  readonly store: Store
  readonly ports: Ports
}

/** What every verb is given. Made once by `createApp`. */
export interface App extends Base {
  readonly place: PlaceOfWork
  readonly reader: DocumentReader
  /** Null: readings are by rules alone, and nothing is sent anywhere. */
  readonly model: Model | null
  /** What happens on documents while somebody watches. */
  readonly live: Live
  /** Bytes of one file; larger ones are refused. */
  readonly limits: { readonly documentBytes: number }
}
