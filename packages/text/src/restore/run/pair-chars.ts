import { gbkChar, gbkPair, isLead, isTrail } from '../../gbk/gbk.js'
import { isCommon } from '../likelihood.js'
import { charsRead } from '../readings.js'
import { simplifiedEach } from '../script.js'

// What two bytes stand for, remembered: a search asks for the same pairs again and again.

/** Stands for a pair that is no character of an article. */
export const MISFIT = '\ufffd'
export const MISFIT_CODE = 0xfffd

export const allBytes: readonly number[] = Array.from({ length: 0xfe - 0x40 + 1 }, (_, i) => i + 0x40).filter(
  (byte) => byte !== 0x7f,
)

/** What articles are written with; GBK also holds box drawings, kana and Greek. */
export const written = /[\u3007\u3400-\u9fff，。、；：！？“”‘’（）《》〈〉【】·—…％＋～]/

interface PairTable {
  /** By pair: the UTF-16 unit in the simplified script; a misfit where an article has none. */
  readonly plain: Uint16Array
  /** The same where it is a common one; else 0. */
  readonly common: Uint16Array
  /** By common unit: its pairs. */
  readonly pairs: readonly (readonly number[] | undefined)[]
}

let built: PairTable | undefined

function table(): PairTable {
  return (built ??= build())
}

function build(): PairTable {
  const plain = new Uint16Array(0x10000).fill(MISFIT_CODE)
  const common = new Uint16Array(0x10000)
  const pairs: (number[] | undefined)[] = Array.from({ length: 0x10000 })
  const chars: string[] = []
  const pairOf: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (const trail of allBytes) {
      const char = gbkChar(lead, trail)
      if (char === '') continue
      chars.push(char)
      pairOf.push((lead << 8) | trail)
    }
  const simple = simplifiedEach(chars)
  for (const [i, pair] of pairOf.entries()) {
    const one = simple[i] ?? ''
    const code = one.charCodeAt(0)
    if (written.test(chars[i] ?? '')) plain[pair] = code
    if (!isCommon(one)) continue
    common[pair] = code
    const known = pairs[code]
    if (known) known.push(pair)
    else pairs[code] = [pair]
  }
  return { plain, common, pairs }
}

/** The UTF-16 unit of two bytes in the simplified script; a misfit where an article has none. */
export function plainCode(lead: number, trail: number): number {
  return table().plain[((lead & 0xff) << 8) | (trail & 0xff)] ?? MISFIT_CODE
}

/** The same where it is a common one; else 0. */
export function commonCode(lead: number, trail: number): number {
  return table().common[((lead & 0xff) << 8) | (trail & 0xff)] ?? 0
}

/** The pairs of bytes that stand for a common character. */
export function pairsFor(code: number): readonly number[] {
  return table().pairs[code] ?? []
}

/** Bytes as units of simplified text, one for a pair. */
export function plainCodes(bytes: readonly (number | null)[], from = 0, to = bytes.length): number[] {
  const codes: number[] = []
  for (let i = from; i + 1 < to; i += 2) codes.push(plainCode(bytes[i] ?? 0, bytes[i + 1] ?? 0))
  return codes
}

/** The same as text. */
export function plainText(bytes: readonly (number | null)[], from = 0, to = bytes.length): string {
  return String.fromCharCode(...plainCodes(bytes, from, to))
}

/** A character that may stand beside a gap, with the byte that the gap took from it. */
export interface Beside {
  readonly byte: number
  readonly next: number
  readonly code: number
}

const undefinedPairs = new Uint8Array(0x10000)
const trailsOf: (readonly number[])[] = []
const leadsOf: (readonly number[])[] = []
const firstsOf: (readonly Beside[])[] = []
const lastsOf: (readonly Beside[])[] = []

/** Whether two bytes are a pair of GBK that stands for nothing, which a page drops. */
export function isUndefinedPair(lead: number, trail: number): boolean {
  undefinedTrails(lead)
  return undefinedPairs[(lead << 8) | trail] === 1
}

function undefinedTrails(lead: number): readonly number[] {
  const known = trailsOf[lead]
  if (known) return known
  const found = allBytes.filter((trail) => isTrail(trail) && gbkChar(lead, trail) === '')
  for (const trail of found) undefinedPairs[(lead << 8) | trail] = 1
  return (trailsOf[lead] = found)
}

export function undefinedLeads(trail: number): readonly number[] {
  return (leadsOf[trail] ??= isTrail(trail)
    ? allBytes.filter((lead) => isLead(lead) && gbkChar(lead, trail) === '')
    : [])
}

/** Common characters by their first byte, whose second one leads an undefined pair. */
export function beforeGap(lead: number): readonly Beside[] {
  return (firstsOf[lead] ??= allBytes.flatMap((byte) => {
    const code = isLead(byte) && undefinedTrails(byte).length > 0 ? commonCode(lead, byte) : 0
    return code === 0 ? [] : [{ byte, next: byte, code }]
  }))
}

/** Common characters by their second byte. */
export function behindGap(trail: number): readonly Beside[] {
  return (lastsOf[trail] ??= allBytes.flatMap((byte) => {
    const code = commonCode(byte, trail)
    return code === 0 ? [] : [{ byte, next: trail, code }]
  }))
}

/** The second bytes, in order, of the characters with a first byte and a reading. */
export function trailsRead(lead: number, reading: string): readonly number[] {
  const found: number[] = []
  for (const char of charsRead(reading)) {
    const pair = gbkPair(char) ?? 0
    if (pair >> 8 === lead) found.push(pair & 0xff)
  }
  return found.sort((a, b) => a - b)
}
