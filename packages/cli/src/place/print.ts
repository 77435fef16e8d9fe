import type { Refusal } from '@gangmu/core'
import { padTo, widthOf } from '../read/width.js'
import { type Language, languageOf } from '../words/language.js'
import { placeWords, type PlaceWords, sentenceOf } from '../words/place.js'

/** Where a command speaks: what is done on stdout, why it is refused on stderr. */
export interface Speaker {
  readonly language: Language
  readonly words: PlaceWords
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

export function createSpeaker(env: Readonly<Record<string, string | undefined>>): Speaker {
  const language = languageOf(env)
  return {
    language,
    words: placeWords[language],
    say: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  }
}

/** Every refusal on a line of its own, under one heading. */
export function complainOf(speaker: Speaker, heading: string, refusals: readonly Refusal[]): void {
  speaker.complain(heading)
  for (const it of refusals) speaker.complain(`  ${sentenceOf(it, speaker.language)}`)
}

/** Lines of a table, columns as wide as their widest cell on a terminal, where a Chinese character takes two. */
export function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => padTo(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
