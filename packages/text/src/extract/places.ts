import type { Lexicon } from '@gangmu/core'
import { divisionTable } from '../words/divisions.js'
import { commonWords } from '../words/common-words.js'

export interface Place {
  readonly canonical: string
  readonly level: 'province' | 'city' | 'county'
  readonly city: string
  readonly province: string
}

export interface Places {
  /** Surface form (无锡, 无锡市) → place, for the document's own city, its province and every city of the country. */
  readonly byName: PlaceNames
  readonly city: Place | null
  /** The county the document speaks for (我区), where it speaks for one. */
  readonly county: Place | null
  /** As in the doc row: 无锡市, 常州市武进区. */
  readonly region: string | null
  readonly occurrences: ReadonlyMap<string, readonly number[]>
}

/** Looked up where asked for: a text names few of the thousands there are. */
export type PlaceNames = Pick<ReadonlyMap<string, Place>, 'get' | 'has'>

const LONGEST = 8
/** Who acts in an item is said at its head. */
const HEAD = 300
let gazetteer: ReadonlyMap<string, readonly Place[]> | null = null
/** A bit for each two characters a name can begin with; others may share it. */
let openings: Uint8Array | null = null
const OPENINGS = 1 << 17

/** Finds the city a text is about by counting the divisions it names, its counties counting for their city. */
export function placesOf(text: string, lexicon: Lexicon): Places {
  gazetteer ??= build()
  openings ??= openingsOf(gazetteer.keys())
  const seen = new Map<string, number[]>()
  const score = new Map<string, number>()
  for (let at = 0; at < text.length; at += 1) {
    if (openings[openingAt(text, at)] === 0) continue
    const found = longestAt(text, at, gazetteer)
    if (!found) continue
    if (isInsideWord(text, at, found.name) || isJoined(text, at, found)) continue
    const list = seen.get(found.name)
    if (list) list.push(at)
    else seen.set(found.name, [at])
    for (const place of found.places) {
      if (place.level === 'province' && place.city === '') continue
      const weight = place.level === 'city' ? 2 : 1
      score.set(place.city, (score.get(place.city) ?? 0) + weight / found.places.length)
    }
    at += found.name.length - 1
  }
  const best = [...score].filter(([name]) => isAttested(name, seen)).toSorted((a, b) => b[1] - a[1])[0]
  const city = lexiconCity(text, lexicon, best, seen) ?? (best ? cityNamed(best[0]) : null)
  const byName = within(gazetteer, city)
  const county = countyOf(text, byName, seen, city)
  const region = city ? city.canonical + (county?.canonical ?? '') : lexicon.region
  return { byName, city, county, region, occurrences: seen }
}

/** 泽东区 is no 东区, 滨湖大道 and 湖北路 are streets. */
function isInsideWord(text: string, at: number, name: string): boolean {
  if (/^[东西南北城郊矿]区$/u.test(name)) return !text.slice(0, at).endsWith('市')
  return (
    !/[省市区县州盟]$/u.test(name) &&
    /^(?:[东西南北中]?路|大道|大街|街(?!道)|大桥)/u.test(text.slice(at + name.length, at + name.length + 3))
  )
}

/** Names that begin like the word for and: 市和县 is a city and its counties, 马鞍山市和县 the county. */
function isJoined(text: string, at: number, { name, places }: Named): boolean {
  if (!name.startsWith('和')) return false
  const before = text.slice(0, at)
  return /[省市区县乡镇级]$/u.test(before) && !places.some((it) => before.endsWith(it.city))
}

/**
 * Short names of counties are words too: a city counts only where it is named, or a county of it in full, or a
 * county-level city three times.
 */
function isAttested(city: string, seen: ReadonlyMap<string, readonly number[]>): boolean {
  for (const [name, at] of seen) {
    const places = gazetteer?.get(name) ?? []
    if (
      places.some(
        (it) =>
          it.city === city &&
          (it.level !== 'county' || name === it.canonical || (it.canonical.endsWith('市') && at.length >= 3)),
      )
    )
      return true
  }
  return false
}

/** The place whose words were given, unless the text names another city oftener than it and its divisions. */
function lexiconCity(
  text: string,
  { region, names }: Lexicon,
  best: readonly [string, number] | undefined,
  seen: ReadonlyMap<string, readonly number[]>,
): Place | null {
  if (region === null) return null
  const short = region.replace(/[市区县]$/u, '')
  const own = text.split(short.length >= 2 ? short : region).length - 1
  const within = names.filter(
    (it) => it.type === 'division' && it.name !== region && text.includes(it.name),
  ).length
  const rivals = best ? namesOf(best[0], seen) : 0
  if (best && rivals > 0 && best[1] > 2 * own + within) return null
  return cityNamed(region) ?? { canonical: region, level: 'city', city: region, province: '' }
}

/** How often the text names the city itself, in full or short. */
function namesOf(city: string, seen: ReadonlyMap<string, readonly number[]>): number {
  let sum = 0
  for (const [name, at] of seen)
    if (gazetteer?.get(name)?.some((it) => it.city === city && it.canonical === city)) sum += at.length
  return sum
}

function cityNamed(name: string): Place | null {
  return gazetteer?.get(name)?.find((it) => it.city === name && it.level !== 'county') ?? null
}

function countyOf(
  text: string,
  byName: PlaceNames,
  seen: ReadonlyMap<string, readonly number[]>,
  city: Place | null,
): Place | null {
  const titled = countyTold(text, byName, seen, city)
  if (titled) return titled
  const own = (text.match(/我区|我县|全区|全县|我市[^，。]{0,6}县级/gu) ?? []).length
  const cityOwn = (text.match(/我市|全市/gu) ?? []).length
  if (own === 0 || own * 2 < cityOwn) return null
  const counts = new Map<Place, number>()
  for (const [name, at] of seen) {
    const place = byName.get(name)
    if (place?.level === 'county' && place.city === city?.canonical)
      counts.set(place, (counts.get(place) ?? 0) + at.length)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/**
 * The county or county-level city a document is from: named in the title, or the only one of its city named, and no
 * rarer than the city itself.
 */
function countyTold(
  text: string,
  byName: PlaceNames,
  seen: ReadonlyMap<string, readonly number[]>,
  city: Place | null,
): Place | null {
  const title = text.slice(0, Math.max(text.indexOf('\n'), 0))
  const counts = new Map<Place, number>()
  let ofCity = 0
  let inTitle: Place | null = null
  let cityInTitle = false
  for (const [name, at] of seen) {
    const place = byName.get(name)
    if (!place || place.city !== city?.canonical) continue
    const headed = (at[0] ?? title.length) < title.length
    if (place.level === 'city') {
      ofCity += at.length
      cityInTitle ||= headed
    } else if (place.level === 'county') {
      counts.set(place, (counts.get(place) ?? 0) + at.length)
      if (headed) inTitle = inTitle === null || inTitle === place ? place : inTitle
    }
  }
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (!first) return null
  const alone = second === undefined || first[1] >= 3 * second[1]
  if (inTitle !== null && !cityInTitle && inTitle === first[0] && alone) return inTitle
  // 扬中市委书记某某: whose head acts in it.
  if (
    alone &&
    new RegExp(`${first[0].canonical}(?:委书记|委副书记|委常委|市长|区长|县长)`, 'u').test(
      text.slice(0, HEAD),
    )
  )
    return first[0]
  // A notice that opens with the full name of its county.
  if (alone && ofCity === 0 && text.slice(0, 24).includes(first[0].canonical)) return first[0]
  const speaks = /全市|我市|全区|我区|全县|我县|市委|区委|县委/u.test(text)
  return speaks && alone && first[1] >= 3 && first[1] > ofCity ? first[0] : null
}

/** The names that may stand alone in this document: its city's counties, and cities and provinces everywhere. */
function within(all: ReadonlyMap<string, readonly Place[]>, city: Place | null): PlaceNames {
  const asked = new Map<string, Place | undefined>()
  const find = (name: string): Place | undefined => {
    const places = all.get(name) ?? []
    return (
      places.find((it) => it.level !== 'county' || it.city === city?.canonical) ??
      places.find(
        (it) =>
          it.province === city?.province && city !== null && it.province !== '' && name === it.canonical,
      )
    )
  }
  const get = (name: string): Place | undefined => {
    if (!asked.has(name)) asked.set(name, find(name))
    return asked.get(name)
  }
  return { get, has: (name) => get(name) !== undefined }
}

function openingsOf(names: Iterable<string>): Uint8Array {
  const bits = new Uint8Array(OPENINGS)
  for (const name of names) bits[openingAt(name, 0)] = 1
  return bits
}

function openingAt(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x3d4d) ^ text.charCodeAt(at + 1)) & (OPENINGS - 1)
}

interface Named {
  readonly name: string
  readonly places: readonly Place[]
}

function longestAt(text: string, at: number, names: ReadonlyMap<string, readonly Place[]>): Named | null {
  for (let size = LONGEST; size >= 2; size -= 1) {
    const name = text.slice(at, at + size)
    const places = name.length === size ? names.get(name) : undefined
    if (places) return { name, places }
  }
  return null
}

function build(): Map<string, Place[]> {
  const names = new Map<string, Place[]>()
  const add = (name: string, place: Place): void => {
    const list = names.get(name)
    if (list) list.push(place)
    else names.set(name, [place])
  }
  const addBoth = (place: Place): void => {
    add(place.canonical, place)
    const short = place.canonical.replace(
      /(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|地区|新区|省|市|区|县)$/u,
      '',
    )
    if (short.length >= 2 && short !== place.canonical && !commonWords.has(short)) add(short, place)
  }
  for (const line of divisionTable.split('\n')) {
    const [province = '', rest = ''] = line.split(':')
    const single = rest.startsWith('=')
    addBoth({ canonical: province, level: 'province', city: single ? province : '', province })
    for (const part of rest.split(';')) {
      const [city = '', counties = ''] = part.split('=')
      if (city !== '') addBoth({ canonical: city, level: 'city', city, province })
      for (const county of counties.split(',').filter((it) => it !== ''))
        addBoth({ canonical: county, level: 'county', city: city === '' ? province : city, province })
    }
  }
  return names
}
