import type { Drift, Reading } from '@gangmu/core'

/** A document as it is compared: its restored text, and the findings that hold. */
export interface ComparedText {
  readonly text: string
  readonly reading: Reading
}

export interface CompareGiven {
  readonly older: ComparedText
  readonly newer: ComparedText
}

/** Compares in this thread. The tables of the rules are loaded with the first text. */
export async function compareLanguage({ older, newer }: CompareGiven): Promise<readonly Drift[]> {
  const { drift } = await import('@gangmu/text')
  return drift(older, newer)
}
