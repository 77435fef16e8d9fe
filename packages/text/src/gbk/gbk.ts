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
  readonly pairs: ReadonlyMap<string, number>
}

let built: GbkTable | undefined

/** All two-byte characters of GBK. Private-use code points count as undefined, as they do on web pages. */
function table(): GbkTable {
  if (built) return built
  const decoder = new TextDecoder('gb18030')
  const chars: string[] = []
  const pairs = new Map<string, number>()
  for (let lead = FIRST; lead <= LAST; lead++) {
    for (let trail = 0x40; trail <= LAST; trail++) {
      const char = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail))
      const known = char.length === 1 && !/[\p{Co}\p{Cn}\ufffd]/u.test(char)
      chars.push(known ? char : '')
      if (known) pairs.set(char, lead * 256 + trail)
    }
  }
  built = { chars, pairs }
  return built
}

/** The two bytes of a character as `lead * 256 + trail`, or undefined where GBK has none. */
export function gbkPair(char: string): number | undefined {
  return table().pairs.get(char)
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
