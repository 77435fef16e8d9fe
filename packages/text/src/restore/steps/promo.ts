import { promoWords } from '../promo-words.js'
import type { Change } from '../trace.js'

/** Advertising words back to what stood there; uncertain ones are proposed. */
export function findPromo(text: string): readonly Change[] {
  const found = promoWords.flatMap((word) =>
    [...text.matchAll(word.pattern)].map((hit) => ({
      word,
      start: hit.index,
      end: hit.index + hit[0].length,
      hit: hit[0],
    })),
  )
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const changes: Change[] = []
  let reached = 0
  for (const { word, start, end, hit } of found) {
    if (start < reached) continue
    reached = end
    changes.push({
      start,
      end,
      text: word.original,
      note: {
        derivation: `${word.why}，${word.original === '' ? `删去“${hit}”` : `还原“${hit}”为“${word.original}”`}。`,
        certainty: word.certainty,
        ...(word.certainty === 'low' ? { proposal: true } : {}),
      },
    })
  }
  return changes
}
