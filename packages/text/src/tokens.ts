const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const han = /^\p{Script=Han}/u

/**
 * What a text is found by: every Chinese character, every pair of neighbours, and every other word in lower case. Any
 * part of a text of two characters or more is thus found by its pairs, whatever a dictionary calls a word.
 */
export function tokens(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [run] of text.normalize('NFC').toLowerCase().matchAll(runs)) {
    if (!han.test(run)) found.add(run)
    else for (const it of [...singles(run), ...pairs(run)]) found.add(it)
  }
  return [...found]
}

/** The tokens a text must all have to be found by `query`; empty where the query holds nothing to look for. */
export function queryTokens(query: string): readonly string[] {
  const found = new Set<string>()
  for (const [run] of query.normalize('NFC').toLowerCase().matchAll(runs)) {
    const parts = han.test(run) ? pairs(run) : [run]
    for (const it of parts.length === 0 ? [run] : parts) found.add(it)
  }
  return [...found]
}

function singles(run: string): readonly string[] {
  return [...run]
}

function pairs(run: string): readonly string[] {
  const characters = [...run]
  return characters.slice(1).map((it, at) => `${characters[at]}${it}`)
}
