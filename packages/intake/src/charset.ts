/** Decoded bytes. `undecoded` counts the U+FFFD that stand for bytes that are no character. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly undecoded: number
}

/**
 * A stray byte or two is damage to a text; more of them is another charset. The pattern of UTF-8 is hard to meet by
 * chance, so it may have more: one unknown to so many characters beyond ASCII. Elsewhere: to so many characters.
 */
const CHARACTERS_PER_CONTROL = 200
const CHARACTERS_PER_STRAY = { utf8: 20, other: 200 }

/**
 * Decodes text, trying in this order: byte order mark, strict UTF-8, the charset the text declares, UTF-16 without
 * a mark, GB18030, Big5, statistics. Null where none of them gives a text.
 */
export async function decode(bytes: Uint8Array): Promise<Decoded | null> {
  const marked = markedCharset(bytes)
  if (marked) return attempt(bytes, marked)
  const utf8 = attempt(bytes, 'utf-8')
  if (utf8?.undecoded === 0) return utf8
  const declared = declaredCharset(bytes)
  const asDeclared = declared === null || declared === 'utf-8' ? null : attempt(bytes, declared)
  if (asDeclared) return asDeclared
  const wide = wideCharset(bytes)
  if (wide) return attempt(bytes, wide)
  if (utf8) return utf8
  const pairs = countPairs(bytes)
  if (pairs.gb >= 0.85) return attempt(bytes, 'gb18030')
  if (pairs.big5 >= 0.9) return attempt(bytes, 'big5')
  return byStatistics(bytes)
}

async function byStatistics(bytes: Uint8Array): Promise<Decoded | null> {
  const { detect } = await import('jschardet')
  const { encoding, confidence } = detect(bytes)
  const charset = encoding === null || confidence < 0.8 ? null : canonical(encoding)
  // The other legacy charsets take almost any bytes, so a guess at one of them proves nothing.
  return charset === 'gb18030' || charset === 'big5' ? attempt(bytes, charset) : null
}

function attempt(bytes: Uint8Array, charset: string): Decoded | null {
  const text = new TextDecoder(charset).decode(bytes).replace(/\r\n?/g, '\n')
  const undecoded = count(text, /\uFFFD/g)
  if (undecoded > 0) {
    const utf8 = charset === 'utf-8'
    const sound = utf8 ? count(text, /[^\0-\x7f\uFFFD]/g) : text.length
    if (undecoded * (utf8 ? CHARACTERS_PER_STRAY.utf8 : CHARACTERS_PER_STRAY.other) > sound) return null
  }
  // Control characters are no text: such bytes are of another charset, or no text at all.
  // oxlint-disable-next-line no-control-regex
  const controls = count(text, /[\0-\x08\x0e-\x1a\x1c-\x1f]/g)
  return controls * CHARACTERS_PER_CONTROL > text.length ? null : { text, charset, undecoded }
}

function count(text: string, pattern: RegExp): number {
  let hits = 0
  for (const _ of text.matchAll(pattern)) hits++
  return hits
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** The charset named in a `<meta>` or an XML declaration, where it is one that can be decoded. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const name = /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  return name === undefined ? null : canonical(name)
}

/** The name the decoder uses, or null where it knows none. GBK and GB2312 are subsets of GB18030. */
function canonical(name: string): string | null {
  if (/^(?:gb|x-gbk|hz-)/i.test(name)) return 'gb18030'
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

/** UTF-16 without a mark: in one of the two byte orders nearly all units are Chinese, punctuation or ASCII. */
function wideCharset(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, 65_536)
  const plausible = /[\t\n\r\x20-\x7e\u2010-\u203f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g
  return (
    ['utf-16le', 'utf-16be'].find((charset) => {
      const text = new TextDecoder(charset).decode(sample)
      return count(text, plausible) >= text.length * 0.95
    }) ?? null
  )
}

/**
 * Shares of double bytes that stand where the common characters of GB 2312 and of Big5 stand. A text of one charset
 * scores above 0.95 in its own and well below in the other.
 */
function countPairs(bytes: Uint8Array): { readonly gb: number; readonly big5: number } {
  let pairs = 0
  let gb = 0
  let big5 = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[++at] ?? 0
    pairs++
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) gb++
    if (trail >= 0x40 && lead >= 0xa1 && lead <= 0xc6) big5++
  }
  return pairs === 0 ? { gb: 0, big5: 0 } : { gb: gb / pairs, big5: big5 / pairs }
}
