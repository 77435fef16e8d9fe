import { gbkChar, gbkPair, isLead, isTrail } from '@gangmu/text'

/** A text in GBK. A character without a pair in GBK is refused: the page could not have held it. */
export function encode(text: string): number[] {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const pair = gbkPair(char)
    if (code < 0x80) bytes.push(code)
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff)
    else throw new Error(`not in GBK: ${char}`)
  }
  return bytes
}

/** As a browser of the time read it: a lead byte without its trail is `?` and swallows, an undefined pair is lost. */
export function decode(bytes: readonly number[]): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) text += String.fromCharCode(byte)
    else if (!isLead(byte)) text += '?'
    else {
      const trail = bytes[i + 1]
      text += trail !== undefined && isTrail(trail) ? gbkChar(byte, trail) : '?'
      i++
    }
  }
  return text
}

/** Where `pair` stands in the bytes, whether or not it is a character there. */
export function indexOfPair(bytes: readonly number[], pair: number, from: number): number {
  const [lead, trail] = [pair >> 8, pair & 0xff]
  for (let i = from; i + 1 < bytes.length; i++) if (bytes[i] === lead && bytes[i + 1] === trail) return i
  return -1
}
