/** The part of yauzl that is used here; the package has no types of its own. */
declare module 'yauzl' {
  import type { EventEmitter } from 'node:events'
  import type { Readable } from 'node:stream'

  export interface Entry {
    readonly fileName: string
    readonly compressedSize: number
    readonly uncompressedSize: number
    readonly relativeOffsetOfLocalHeader: number
    isEncrypted(): boolean
  }

  export interface ZipFile extends EventEmitter {
    readonly entryCount: number
    readEntry(): void
    openReadStream(entry: Entry, callback: (error: Error | null, stream: Readable) => void): void
    on(event: 'entry', listener: (entry: Entry) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
  }

  export interface Options {
    readonly lazyEntries: boolean
    readonly validateEntrySizes: boolean
  }

  export function fromBuffer(
    buffer: Buffer,
    options: Options,
    callback: (error: Error | null, zip: ZipFile) => void,
  ): void
}
