import {
  type Reading,
  type Refusal,
  type Result,
  accepted,
  checkAnchor,
  refusal,
  refused,
} from '@gangmu/core'
import type { App } from '../app.js'
import type { ReadText } from '../reading/language.js'
import type { ReadGiven } from '../reading/reader.js'

/**
 * What the rules find, and what `propose` adds to it, every anchor checked. A bug refuses this one document: nothing
 * else waits for it.
 */
export async function findingsIn(
  app: Pick<App, 'reader'>,
  given: ReadGiven,
  propose: (found: ReadText) => Promise<Reading>,
): Promise<Result<ReadText>> {
  try {
    const read = await app.reader.read(given)
    const found = { ...read, reading: await propose(read) }
    const stray = found.reading.findings.flatMap((finding) => {
      const wrong = checkAnchor(found.restoration.text, finding.anchor, `${given.name}#${finding.ordinal}`)
      return wrong === null ? [] : [wrong]
    })
    return stray.length > 0 ? refused(...stray) : accepted(found)
  } catch (error) {
    return refused(unreadable(given, error instanceof Error ? error.message : String(error)))
  }
}

export function unreadable(it: { readonly name: string }, detail: string): Refusal {
  return refusal('document.unreadable', it.name, { detail: detail.slice(0, 200) })
}
