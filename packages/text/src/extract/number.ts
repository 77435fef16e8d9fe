/** A number as written, with its scale multiplied out. */
export interface Figure {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly spoken: boolean
  /** Chinese characters of size only (百, 千亿): an order of magnitude, not a count. */
  readonly bare: boolean
  /** 余, 多, 几 after the number: the true value is above. */
  readonly above: boolean
}

const ARABIC =
  /(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,18})(?:\.\d{1,9})?\s?(万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦伏])|百(?!分))?(余|多)?/uy
const SPOKEN = /[零〇一二两三四五六七八九十百千万亿]{1,16}(余|多)?/uy
const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
const DIGITS = '零一二三四五六七八九'

/** The number that begins exactly at `at`, or null. */
export function figureAt(text: string, at: number): Figure | null {
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57) {
    ARABIC.lastIndex = at
    const match = ARABIC.exec(text)
    if (!match) return null
    const digits = Number(/^[\d,.]+/u.exec(match[0])?.[0].replaceAll(',', ''))
    const value = multiply(digits, match[1] ? (SCALES[match[1]] ?? 1) : 1)
    return {
      start: at,
      end: at + match[0].length,
      value,
      spoken: false,
      bare: false,
      above: match[2] !== undefined,
    }
  }
  SPOKEN.lastIndex = at
  const match = SPOKEN.exec(text)
  if (!match) return null
  const words = match[1] ? match[0].slice(0, -1) : match[0]
  const value = spokenValue(words)
  if (value === null) return null
  const bare = /^[十百千万亿]+$/u.test(words) && words !== '十'
  return { start: at, end: at + match[0].length, value, spoken: true, bare, above: match[1] !== undefined }
}

/** Decimal digits times a power of ten without binary dust: 12.1 亿 is 1210000000. */
function multiply(digits: number, scale: number): number {
  const value = digits * scale
  return Number.isInteger(value) && value < 1e15 ? value : Number(value.toPrecision(15))
}

/** 三百二十 → 320, 一万亿 → 1e12; null where the characters are no number. */
export function spokenValue(words: string): number | null {
  let total = 0
  let section = 0
  let digit = -1
  for (const char of words.replace('〇', '零').replaceAll('两', '二')) {
    const known = DIGITS.indexOf(char)
    if (known >= 0) {
      if (digit > 0) return null
      digit = known
      continue
    }
    const scale = char === '十' ? 10 : (SCALES[char] ?? 0)
    if (scale >= 1e4) {
      const whole = section + Math.max(digit, 0)
      if (whole === 0 && total > 0 && char === '亿') total *= scale
      else if (char === '亿' && total > 0) total = (total + whole) * scale
      else total += (whole === 0 ? 1 : whole) * scale
      section = 0
    } else {
      section += (digit < 0 ? 1 : digit) * scale
    }
    digit = -1
  }
  const value = total + section + Math.max(digit, 0)
  return Number.isFinite(value) && value > 0 ? value : null
}
