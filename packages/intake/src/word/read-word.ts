import type { Result } from '@gangmu/core'
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { refuse, taken } from '../answer.js'
import type { ArchiveLimits } from '../limits.js'
import type { Parsed } from '../received.js'
import { type Archive, openArchive } from './archive.js'
import { type WordNode, linesOf } from './lines.js'
import { withNumbers } from './numbering.js'

/** Text of a Word document: a paragraph a line, a table row a line with its cells parted by tabs, notes at the end. */
export async function readWord(
  bytes: Uint8Array,
  name: string,
  limits: ArchiveLimits,
): Promise<Result<Parsed>> {
  const archive = await openArchive(bytes, name, limits)
  if (!archive.ok) return archive
  const why = notWord(archive.value, name)
  if (why) return why
  const parts = await unpackParts(archive.value)
  if (Object.values(parts).some(hasDoctype)) {
    return refuse('document.broken', name, { type: 'docx', detail: 'DOCTYPE' })
  }
  const lines = linesOf(await readDocument(zipSync(numbered(parts), { level: 0 })))
  return taken({ text: lines.join('\n'), pages: null, picturePages: [] })
}

function notWord({ entries }: Archive, name: string): Result<never> | null {
  if (entries.some((entry) => entry.isEncrypted())) return refuse('document.encrypted', name, { type: 'zip' })
  const names = entries.map((entry) => entry.fileName)
  if (names.includes('[Content_Types].xml') && names.some((it) => /^word\/document\d*\.xml$/.test(it)))
    return null
  const found = contentOf(names)
  return name.toLowerCase().endsWith('.docx')
    ? refuse('document.not-docx', name, { found })
    : refuse('document.unsupported', name, { found, accepted: '.txt .html .htm .docx .pdf' })
}

function contentOf(names: readonly string[]): string {
  if (names.some((it) => it.startsWith('xl/'))) return 'xlsx'
  if (names.some((it) => it.startsWith('ppt/'))) return 'pptx'
  if (names.includes('content.xml') && names.includes('mimetype')) return 'opendocument'
  if (names.includes('META-INF/container.xml')) return 'epub'
  if (names.some((it) => /^Doc_\d+\//.test(it)) || names.includes('OFD.xml')) return 'ofd'
  return 'zip'
}

/** Only parts that can hold text are unpacked: pictures and fonts never leave the archive. */
async function unpackParts({ entries, unpack }: Archive): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = {}
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/.test(entry.fileName)) continue
    parts[entry.fileName] = await unpack(entry)
  }
  return parts
}

/** Numbers of automatic lists are written into the document part, where it is the usual one. */
function numbered(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const main = 'word/document.xml'
  const text = (name: string) => (parts[name] === undefined ? '' : new TextDecoder().decode(parts[name]))
  const numbering = text('word/numbering.xml')
  if (numbering === '' || parts[main] === undefined) return { ...parts }
  const document = withNumbers({ document: text(main), numbering, styles: text('word/styles.xml') })
  return { ...parts, [main]: new TextEncoder().encode(document) }
}

/** No part of a Word document declares entities; a file that does wants something else. */
function hasDoctype(part: Uint8Array): boolean {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('<!DOCTYPE')
}

/** The document tree as mammoth reads it; the page it would make of it is not wanted. */
async function readDocument(bytes: Uint8Array): Promise<WordNode> {
  let root: WordNode | null = null
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      externalFileAccess: false,
      transformDocument: (document: WordNode) => {
        root = document
        return { ...document, children: [] }
      },
    },
  )
  if (root === null) throw new Error('no document part')
  return root
}
