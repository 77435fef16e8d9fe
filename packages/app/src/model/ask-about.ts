import type { ModelAnswer, Reading } from '@gangmu/core'
import type { Passage } from '@gangmu/text'
import type { Model } from './model.js'

/** UTF-16 units of one question: what a small model reads with care, and answers within its limit. */
const PASSAGE = 1600

/**
 * The reading of a text with what a model proposes. Bounded in time, questions and characters; whatever goes wrong, the
 * findings of the rules are all there, and the note says what it was. A page in which the rules find nothing at all is
 * not of the genre, and is shown to nobody.
 */
export async function askAbout(
  model: Model,
  text: string,
  reading: Reading,
  signal: AbortSignal = new AbortController().signal,
): Promise<Reading> {
  const { hear, passagesOf, promptFor } = await import('@gangmu/text')
  const { limits, name } = model
  const { passages, unseen } =
    reading.findings.length === 0
      ? { passages: [], unseen: text.length }
      : passagesOf(text, { each: PASSAGE, all: limits.characters })
  const answers: { passage: Passage; answer: ModelAnswer }[] = []
  const over = new AbortController()
  const end = () => over.abort()
  const clock = setTimeout(end, limits.textMs)
  if (signal.aborted) end()
  else signal.addEventListener('abort', end)
  const left = passages.entries()
  const lane = async (): Promise<void> => {
    for (const [at, passage] of left) {
      answers[at] = {
        passage,
        answer: over.signal.aborted
          ? { ok: false, failure: 'timeout' }
          : await model.ask(promptFor(text, passage, reading.facts), over.signal),
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: limits.atOnce }, lane))
  } finally {
    clearTimeout(clock)
    signal.removeEventListener('abort', end)
  }
  return hear(text, reading, { name, answers, unseen })
}
