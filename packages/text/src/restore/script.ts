import { Converter } from 'opencc-js/t2cn'

let built: ((text: string) => string) | undefined

/** Traditional to simplified, unit for unit. */
export function simplified(text: string): string {
  const convert = (built ??= Converter({ from: 't', to: 'cn' }))
  const whole = convert(text)
  if (whole.length === text.length) return whole
  // A phrase of another length would break the unit-for-unit map.
  let out = ''
  for (const char of text) {
    const one = convert(char)
    out += one.length === char.length ? one : char
  }
  return out
}

/**
 * Whether the text is written in traditional characters: more characters that only the traditional script has
 * than characters that look simplified.
 */
export function isTraditional(text: string): boolean {
  const sample = text.length > 20_000 ? text.slice(0, 20_000) : text
  const plain = simplified(sample)
  let traditional = 0
  let han = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code < 0x4e00 || code > 0x9fff) continue
    han++
    if (sample[i] !== plain[i]) traditional++
  }
  return traditional >= 2 && traditional > han * 0.08
}

/** Each of many characters by itself, all in one call. */
export function simplifiedEach(chars: readonly string[]): string[] {
  const lines = (built ??= Converter({ from: 't', to: 'cn' }))(chars.join('\n')).split('\n')
  return chars.map((char, i) => (lines[i]?.length === char.length ? lines[i] : char))
}

const single = new Map<string, string>()

/** One character, remembered: the search through a run asks again and again. */
export function simplifiedChar(char: string): string {
  let plain = single.get(char)
  if (plain === undefined) {
    plain = simplified(char)
    single.set(char, plain)
  }
  return plain
}
