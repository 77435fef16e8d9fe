import { createHash } from 'node:crypto'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { decode } from './charset.js'
import { extensionOf, formatInText, kindOf, looksLikeHtml } from './kind.js'
import { type IntakeLimits, defaultLimits } from './limits.js'
import { type MediaType, type Parsed, type Received, acceptedExtensions } from './received.js'
import { type Job, parseInWorker } from './worker.js'

type Parse = (job: Job, limits: IntakeLimits) => Promise<Result<Parsed>>

/**
 * Reads the text of one file. `name` is only used to name the file in refusals and, where the content leaves it
 * open, to tell its type. Any bytes give a value or refusals (`document.*`); nothing is thrown for bad input. Who reads
 * in a thread that is held to caps already gives `parse`; otherwise the file gets a thread of its own.
 */
export async function receive(
  bytes: Uint8Array,
  name: string,
  limits: IntakeLimits = defaultLimits,
  parse: Parse = parseInWorker,
): Promise<Result<Received>> {
  if (bytes.length === 0) return refused(refusal('document.empty', name, { size: 0 }))
  if (bytes.length > limits.bytes) return refused(tooLarge(name, bytes.length, limits.bytes))
  const extension = extensionOf(name)
  const kind = kindOf(bytes)
  switch (kind.is) {
    case 'pdf':
      return whole(bytes, name, 'application/pdf', null, await parse({ format: 'pdf', bytes, name }, limits))
    case 'zip':
      return whole(bytes, name, wordType, null, await parse({ format: 'docx', bytes, name }, limits))
    case 'ole':
      return kind.found === 'encrypted'
        ? refused(refusal('document.encrypted', name, { type: 'docx' }))
        : refused(unsupported(name, kind.found))
    case 'other':
      return refused(unsupported(name, kind.found))
    case 'text':
      return receiveText(bytes, name, extension, limits, parse)
  }
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function receiveText(
  bytes: Uint8Array,
  name: string,
  extension: string,
  limits: IntakeLimits,
  parse: Parse,
): Promise<Result<Received>> {
  if (extension === '.docx') return refused(refusal('document.not-docx', name, { found: 'no-archive' }))
  if (extension === '.pdf')
    return refused(refusal('document.broken', name, { type: 'pdf', detail: 'no %PDF header' }))
  const decoded = await decode(bytes)
  if (decoded === null) {
    const textual = ['', '.txt', '.text', '.md', '.html', '.htm', '.xhtml'].includes(extension)
    return refused(
      textual ? refusal('document.unknown-charset', name, {}) : unsupported(name, extension.slice(1)),
    )
  }
  if (!looksLikeHtml(decoded.text, extension)) {
    const format = formatInText(decoded.text)
    if (format !== null) return refused(unsupported(name, format))
    return whole(
      bytes,
      name,
      'text/plain',
      decoded,
      accepted({ text: decoded.text, pages: null, picturePages: [] }),
    )
  }
  const parsed = await parse({ format: 'html', text: decoded.text, name }, limits)
  return whole(bytes, name, 'text/html', decoded, parsed)
}

function whole(
  bytes: Uint8Array,
  name: string,
  mediaType: MediaType,
  decoded: { readonly charset: string; readonly undecoded: number } | null,
  parsed: Result<Parsed>,
): Result<Received> {
  if (!parsed.ok) return parsed
  if (parsed.value.text.trim() === '') return refused(refusal('document.empty', name, { size: bytes.length }))
  return accepted({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mediaType,
    charset: decoded?.charset ?? null,
    undecoded: decoded?.undecoded ?? 0,
    ...parsed.value,
  })
}

/** For callers that know the size before they read the bytes. */
export function tooLarge(name: string, size: number, limit: number) {
  return refusal('document.too-large', name, { size, limit })
}

function unsupported(name: string, found: string) {
  return refusal('document.unsupported', name, { found, accepted: acceptedExtensions.join(' ') })
}
