// Folders of documents to read: the texts of yunze and of the held-out set with other figures, in four formats.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { paragraph, pdfFile, wordFile } from '../packages/intake/test/make.js'
import { drawer } from './register-seed.js'

const root = new URL('..', import.meta.url).pathname
const sources = ['packs/yunze/documents', 'bench/holdout/received']

/** Of a hundred files: copies of an earlier one, and files that cannot be read. */
const inAHundred = { copies: 5, broken: 1 }
const broken: readonly (readonly [extension: string, content: string])[] = [
  ['txt', ''],
  ['docx', 'PK\u0003\u0004 cut short'],
  ['pdf', '%PDF-1.4\n1 0 obj\n<<'],
  ['html', '<html><body><script>nothing</script></body></html>'],
]

export interface Made {
  readonly copies: number
  readonly broken: number
  /** Of all files. */
  readonly bytes: number
}

/** Writes so many files below a folder, always the same for a seed. */
export function makeFiles(folder: string, count: number, seed: number): Made {
  const draw = drawer(seed)
  const texts = sources.flatMap((path) =>
    readdirSync(join(root, path))
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => readFileSync(join(root, path, name), 'utf8')),
  )
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T
  const made: { readonly extension: string; readonly bytes: Uint8Array }[] = []
  const sum = { copies: 0, broken: 0, bytes: 0 }
  for (let at = 0; at < count; at++) {
    const fate = at % 100
    const copied = fate < inAHundred.copies && at >= 100 ? pick(made) : null
    if (copied !== null) sum.copies += 1
    else if (fate === 50) sum.broken += 1
    const file =
      copied ?? (fate === 50 ? brokenFile(pick(broken)) : document(otherFigures(pick(texts), draw), draw()))
    if (made.length < 400 && fate !== 50) made.push(file)
    sum.bytes += file.bytes.length
    const path = join(folder, `${at % 12}`, `document-${String(at).padStart(5, '0')}.${file.extension}`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file.bytes)
  }
  return sum
}

/** Other digits in place of all but those of years; the first digit of a number stays one that is not 0. */
function otherFigures(text: string, draw: () => number): string {
  return text.replace(/\d+/g, (number) =>
    /^(?:19|20)\d\d$/.test(number)
      ? number
      : number.replace(/\d/g, (digit, at) =>
          String(at === 0 && digit !== '0' ? 1 + Math.floor(draw() * 9) : Math.floor(draw() * 10)),
        ),
  )
}

/** Seven of ten are texts; the others pages, Word files, and a few PDFs of the first lines. */
function document(text: string, share: number): { readonly extension: string; readonly bytes: Uint8Array } {
  const utf8 = (it: string) => new TextEncoder().encode(it)
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const lines = escaped.split('\n').filter((line) => line.trim() !== '')
  if (share < 0.7) return { extension: 'txt', bytes: utf8(text) }
  if (share < 0.85) {
    const body = lines.map((line) => `<p>${line}</p>`).join('\n')
    return {
      extension: 'html',
      bytes: utf8(`<!doctype html><html><meta charset="utf-8"><body>${body}</body></html>`),
    }
  }
  if (share < 0.97) return { extension: 'docx', bytes: wordFile(lines.map(paragraph).join('')) }
  const head = text.replace(/\s+/g, '').slice(0, 800)
  return { extension: 'pdf', bytes: pdfFile('UniGB-UCS2-H', Buffer.from(head, 'utf16le').swap16()) }
}

function brokenFile([extension, content]: readonly [string, string]) {
  return { extension, bytes: new TextEncoder().encode(content) }
}
