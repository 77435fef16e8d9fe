// TextDecoder is the one GBK table every runtime of ours already holds; iconv-lite would bring in Node's Buffer.
declare class TextDecoder {
  constructor(label: string)
  decode(bytes: Uint8Array): string
}

const FIRST = 0x81
const LAST = 0xfe
const TRAILS = 0xff - 0x40

interface GbkTable {
  readonly chars: readonly string[]
  /** By UTF-16 unit; 0 where GBK has none. */
  readonly pairs: Uint16Array
}

let built: GbkTable | undefined

/** All two-byte characters of GBK. Private-use code points count as undefined, as they do on web pages. */
function table(): GbkTable {
  if (built) return built
  // All in one call, a line feed behind each: a call for every pair takes twenty times as long.
  const bytes = new Uint8Array((LAST - FIRST + 1) * TRAILS * 3)
  let end = 0
  for (let lead = FIRST; lead <= LAST; lead++) {
    for (let trail = 0x40; trail <= LAST; trail++) {
      if (trail !== 0x7f) {
        bytes[end++] = lead
        bytes[end++] = trail
      }
      bytes[end++] = 0x0a
    }
  }
  const chars = new TextDecoder('gb18030').decode(bytes.subarray(0, end - 1)).split('\n')
  const pairs = new Uint16Array(0x10000)
  for (const [i, char] of chars.entries()) {
    const known = char.length === 1 && (/[\u4e00-\u9fa5]/.test(char) || !/[\p{Co}\p{Cn}\ufffd]/u.test(char))
    if (known) pairs[char.charCodeAt(0)] = (FIRST + Math.floor(i / TRAILS)) * 256 + 0x40 + (i % TRAILS)
    else chars[i] = ''
  }
  built = { chars, pairs }
  return built
}

/** The two bytes of a character as `lead * 256 + trail`, or undefined where GBK has none. */
export function gbkPair(char: string): number | undefined {
  return char.length === 1 ? table().pairs[char.charCodeAt(0)] || undefined : undefined
}

/** The character of two bytes, or the empty string where they are undefined or no pair at all. */
export function gbkChar(lead: number, trail: number): string {
  if (lead < FIRST || lead > LAST || trail < 0x40 || trail > LAST) return ''
  return table().chars[(lead - FIRST) * TRAILS + (trail - 0x40)] ?? ''
}

export function isLead(byte: number): boolean {
  return byte >= FIRST && byte <= LAST
}

export function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= LAST && byte !== 0x7f
}

/** Bytes as `A1A3 BFC6`, for derivations. */
export function hexPairs(bytes: readonly number[]): string {
  const hex = bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
  let line = ''
  for (let i = 0; i < hex.length; i++) line += (i > 0 && i % 2 === 0 ? ' ' : '') + (hex[i] ?? '')
  return line
}
