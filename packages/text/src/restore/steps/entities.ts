import type { Change } from '../trace.js'

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '《',
  raquo: '》',
  lsaquo: '〈',
  rsaquo: '〉',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  permil: '‰',
  plusmn: '±',
  sup2: '²',
  sup3: '³',
  copy: '©',
  reg: '®',
  trade: '™',
  yen: '¥',
  sect: '§',
  le: '≤',
  ge: '≥',
  ne: '≠',
  rarr: '→',
  larr: '←',
  alpha: 'α',
  beta: 'β',
  mu: 'μ',
  micro: 'µ',
}

const reference = /&(?:amp;)?(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}\d?));/g

/** HTML character references, also those escaped twice. */
export function findEntities(text: string): readonly Change[] {
  const changes: Change[] = []
  for (const hit of text.matchAll(reference)) {
    const [whole, decimal, hexadecimal, name] = hit
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : undefined
    const char = code === undefined ? named[name ?? ''] : charOf(code)
    if (char !== undefined) changes.push({ start: hit.index, end: hit.index + whole.length, text: char })
  }
  return changes
}

function charOf(code: number): string | undefined {
  if (code < 0x20 && code !== 0x0a && code !== 0x09) return undefined
  if (code === 0xa0 || code === 0x09) return ' '
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
  return String.fromCodePoint(code)
}
