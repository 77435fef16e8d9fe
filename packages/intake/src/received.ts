/** What a file is, by its content. */
export type MediaType =
  | 'text/plain'
  | 'text/html'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Names of files that are taken, for the refusal of all others. */
export const acceptedExtensions = ['.txt', '.html', '.htm', '.docx', '.pdf'] as const

/** The text of a file as it came in, before any repair. */
export interface Received {
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
  readonly mediaType: MediaType
  /** The charset the bytes were decoded with; null where the format carries its own (Word, PDF). */
  readonly charset: string | null
  /** Lines end in `\n`; cells of a table row are parted by `\t`. Text files keep every other character. */
  readonly text: string
  /** Where each page starts in `text`, in UTF-16 units; null where the format has no pages. */
  readonly pages: readonly number[] | null
  /** Pages (from 1) that hold pictures and no text: what stands on them was not read. */
  readonly picturePages: readonly number[]
  /** Characters that could not be decoded and stand as U+FFFD in `text`. */
  readonly undecoded: number
}

/** What a parser of one format gives; the rest of `Received` is known before it runs. */
export interface Parsed {
  readonly text: string
  readonly pages: readonly number[] | null
  readonly picturePages: readonly number[]
}
