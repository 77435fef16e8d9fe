import type { ReadLine } from './line.js'

/** The lines whose `sameTextAs` has to be changed, changed: the first with a text is the one the others point to. */
export function withSameText(lines: readonly ReadLine[]): readonly ReadLine[] {
  const first = new Map<string, string>()
  return lines.flatMap((line) => {
    const sameTextAs = first.get(line.text) ?? null
    if (sameTextAs === null) first.set(line.text, line.id)
    return sameTextAs === line.sameTextAs ? [] : [{ ...line, sameTextAs }]
  })
}
