import { afterPerson, longSurnames, offices } from '../words/titles.js'
import type { Name } from './names.js'
import { pattern } from '../pattern/pattern.js'

/** A person with the office that is said before the name. */
export interface OfficeHolder extends Name {
  readonly office: string
  readonly organ: string | null
  /** Where the words of the office begin, its organ's own name included. */
  readonly officeStart: number
}

const OFFICE = pattern(new RegExp(`(?:${offices.map(([title]) => title).join('|')})`, 'gu'))
const ORGANS = new Map(offices)

/** Persons named after their office: 市委书记某某, 代市长某某. */
export function personsIn(text: string): OfficeHolder[] {
  const found: OfficeHolder[] = []
  for (const match of text.matchAll(OFFICE)) {
    // 副市长某某 heads nothing.
    if (text.charAt(match.index - 1) === '副') continue
    const after = match.index + match[0].length
    // 党工委书记、区委书记某某: the name stands after the last of several offices.
    const chain =
      /^(?:、[^，。、]{2,16}(?:书记|主任|市长|区长|县长|主席))*/u.exec(text.slice(after, after + 60))?.[0] ??
      ''
    const start = after + chain.length
    const length = nameLength(text.slice(start, start + 12))
    if (length === 0) continue
    found.push({
      start,
      end: start + length,
      type: 'person',
      office: match[0],
      organ: ORGANS.get(match[0]) ?? null,
      officeStart: match.index,
    })
  }
  return found
}

function nameLength(words: string): number {
  // 由市长任组长: an office, and no name.
  if (/^[任兼]/u.test(words) && /^.{0,2}(?:组长|主任|总指挥|指挥长|召集人)/u.test(words.slice(1))) return 0
  const sizes = longSurnames.test(words) ? [4, 3] : [3, 2]
  return (
    sizes.find(
      (size) =>
        /^[\p{Script=Han}]+$/u.test(words.slice(0, size)) &&
        words.length > size &&
        afterPerson.test(words.slice(size)),
    ) ?? 0
  )
}
