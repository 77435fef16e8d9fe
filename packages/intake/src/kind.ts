/** What the first bytes say a file is. `other` names a format that is known and not read. */
export type Kind =
  | { readonly is: 'pdf' | 'zip' | 'text' }
  | { readonly is: 'ole'; readonly found: 'word-97' | 'excel-97' | 'powerpoint-97' | 'encrypted' | 'ole' }
  | { readonly is: 'other'; readonly found: string }

const signatures: readonly (readonly [found: string, bytes: readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['bmp', [0x42, 0x4d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['riff', [0x52, 0x49, 0x46, 0x46]],
]

const zip = [0x50, 0x4b, 0x03, 0x04]
const emptyZip = [0x50, 0x4b, 0x05, 0x06]
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Streams of an OLE container that tell what wrote it; an encrypted .docx is such a container. */
const oleStreams = [
  ['encrypted', 'EncryptedPackage'],
  ['word-97', 'WordDocument'],
  ['excel-97', 'Workbook'],
  ['powerpoint-97', 'PowerPoint Document'],
] as const

export function kindOf(bytes: Uint8Array): Kind {
  if (startsWith(bytes, zip) || startsWith(bytes, emptyZip)) return { is: 'zip' }
  if (startsWith(bytes, ole)) return { is: 'ole', found: oleContent(bytes) }
  // The header of a PDF may stand anywhere in the first 1024 bytes.
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return { is: 'pdf' }
  const known = signatures.find(([, signature]) => startsWith(bytes, signature))
  // "BM" alone may begin a text; a bitmap has control characters in its header.
  if (known && (known[0] !== 'bmp' || bytes.subarray(0, 14).includes(0)))
    return { is: 'other', found: known[0] }
  return { is: 'text' }
}

function oleContent(bytes: Uint8Array): 'word-97' | 'excel-97' | 'powerpoint-97' | 'encrypted' | 'ole' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hit = oleStreams.find(([, stream]) => buffer.includes(Buffer.from(stream, 'utf16le')))
  return hit ? hit[0] : 'ole'
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, at) => bytes[at] === byte)
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Lower-case extension with its dot, or the empty string. */
export function extensionOf(name: string): string {
  return /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ''
}

/** Whether decoded text is a page: it says so at its head, or is named so and holds a tag. */
export function looksLikeHtml(text: string, extension: string): boolean {
  const head = text.slice(0, 2000)
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return true
  return ['.html', '.htm', '.xhtml'].includes(extension) && /<[a-z!/][^>]*>/i.test(text)
}

/** A format written in text that is no text to read, such as what Word saves as XML or as a web archive; else null. */
export function formatInText(text: string): 'xml' | 'mhtml' | null {
  const head = text.slice(0, 4000)
  if (/^\s*(?:[\w-]+:[^\n]*\n)*?mime-version:/i.test(head) && /multipart\/related/i.test(head)) return 'mhtml'
  return /^\s*<\?xml\b/.test(head) ? 'xml' : null
}
