// What marks may stand beside each other, and whether quotes come in pairs: the bytes of 。 and “ are common, so that
// a search by words alone puts them where nobody would.

const opening = 1
const closing = 2
const stop = 3
const kinds = new Uint8Array(0x10000)
for (const mark of '“‘（《〈【') kinds[mark.charCodeAt(0)] = opening
for (const mark of '”’）》〉】') kinds[mark.charCodeAt(0)] = closing
for (const mark of '，。、；：！？') kinds[mark.charCodeAt(0)] = stop

/** What a text loses by two marks that cannot stand side by side, in the measure of `likelihood`. */
const CLASH = 12
/** By a quote that opens inside another, or closes none. */
const UNPAIRED = 6
/** By one that the paragraph leaves open; speech may go on in the next. */
const LEFT_OPEN = 2

const LF = 10
const OPEN = '“'.charCodeAt(0)
const CLOSE = '”'.charCodeAt(0)
const TITLE = '》'.charCodeAt(0)
const COLON = '：'.charCodeAt(0)
const ENUMERATION = '、'.charCodeAt(0)

/** The quotes of the paragraph round a run: what nobody knows is null. */
export interface Quotes {
  /** Whether one is open where the run begins. */
  readonly open: boolean | null
  /** The next quote behind the run, or the end of the paragraph. */
  readonly next: 'open' | 'close' | 'end' | null
}

export const noQuotes: Quotes = { open: null, next: null }

/** What `text` loses by its marks; those between `from` and `to` are the run's. */
export function markLoss(text: string, from: number, to: number, quotes: Quotes): number {
  let loss = 0
  let { open } = quotes
  for (let i = from; i <= to && i < text.length; i++) {
    const code = text.charCodeAt(i)
    const kind = kinds[code]
    if (i > 0 && (kind !== 0 || code === LF)) {
      const before = text.charCodeAt(i - 1)
      const last = kinds[before]
      if (last === opening && code === LF) loss += CLASH
      if (kind === stop ? last === stop || last === opening || before === LF : false) loss += CLASH
      if (
        kind === closing &&
        (last === opening || before === COLON || before === ENUMERATION || before === LF)
      )
        loss += CLASH
    }
    if (i === to) break
    if (code === TITLE && !text.slice(0, i).includes('《')) loss += UNPAIRED
    if (code === OPEN) {
      if (open === true) loss += UNPAIRED
      open = true
    } else if (code === CLOSE) {
      if (open === false) loss += UNPAIRED
      open = false
    }
  }
  if (open === true && quotes.next === 'open') loss += UNPAIRED
  if (open === true && quotes.next === 'end') loss += LEFT_OPEN
  if (open === false && quotes.next === 'close') loss += UNPAIRED
  return loss
}

const FARTHEST = 400
const quote = /[“”"\n?]|&(?:amp;)?(?:ldquo|rdquo|quot);/g

/** The next quote of the paragraph from `at` on. */
export function nextQuote(text: string, at: number): Quotes['next'] {
  const ahead = text.slice(at, at + FARTHEST)
  quote.lastIndex = 0
  const hit = quote.exec(ahead)?.[0]
  if (hit === undefined) return at + FARTHEST >= text.length ? 'end' : null
  if (hit === '\n') return 'end'
  if (hit === '“' || hit.includes('ldquo')) return 'open'
  return hit === '”' || hit.includes('rdquo') ? 'close' : null
}

/** Whether a quote is open behind `text`, given whether one is before it. */
export function openAfter(text: string, open: boolean | null): boolean | null {
  let now = open
  for (const [hit] of text.matchAll(quote)) {
    if (hit === '\n') now = false
    else if (hit === '“' || hit.includes('ldquo')) now = true
    else if (hit === '”' || hit.includes('rdquo')) now = false
    // A `?` may be the rest of a quote.
    else now = null
  }
  return now
}
