import {
  type PackManifest,
  type Result,
  type Subject,
  accepted,
  coverageWithin,
  refusal,
  refused,
} from '@gangmu/core'
import { type Reader, everything, registerAt, textsWith, unitsNamed } from '@gangmu/store'
import type { App } from '../app.js'
import { today } from '../today.js'
import type { CoverageQuery, CoverageReply } from './reply.js'
import { sentenceWith } from './sentence-with.js'

/** How the zones of a city cover its towns, beside what documents claim and how many zones they name. */
export async function coverageOf(
  app: App,
  _subject: Subject,
  input: CoverageQuery,
): Promise<Result<CoverageReply>> {
  const asOf = input.asOf ?? today(app)
  return app.store.read(everything, async (db) => {
    const { units, links } = await registerAt(db, { date: asOf, known: input.knownAt ?? null })
    const own = app.place.manifest.city
    const city = input.city ?? own
    // The place's own city may be younger than the day asked for: nothing is covered then.
    if (city !== own && !units.some((it) => it.unit === city))
      return refused(refusal('unit.unknown', 'city', { unit: city }))
    const found = coverageWithin(units, links, city)
    const others = units.filter((it) => it.kind === 'city' && it.unit !== own).map((it) => it.unit)
    const within = new Set(found.legs.map((it) => it.zone))
    const zones = units
      .filter((it) => within.has(it.unit))
      .map((it) => ({ unit: it.unit, names: [it.name, ...it.aka] }))
    const claims: CoverageReply['claims'] = []
    for (const claim of city === own ? app.place.manifest.claims : []) claims.push(await shown(db, claim))
    return accepted({
      asOf,
      city,
      cities: [own, ...others],
      zones: found.zones,
      towns: found.towns,
      holes: [...found.holes],
      overlaps: found.overlaps.map((it) => ({ town: it.town, zones: [...it.zones] })),
      legs: found.legs.map((it) => ({ zone: it.zone, missing: [...it.missing] })),
      namedInDocuments: (await unitsNamed(db, zones)).size,
      claims,
    })
  })
}

/** A claim with its sentence in the first document that holds its words. */
async function shown(
  db: Reader,
  claim: PackManifest['claims'][number],
): Promise<CoverageReply['claims'][number]> {
  const words = claim.source.replaceAll(/\s/g, '')
  const { zones, towns } = claim
  if (words === '') return { zones, towns, sentence: null }
  const [first] = await textsWith(db, words)
  const sentence = first === undefined ? null : sentenceWith(first.text, words)
  return {
    zones,
    towns,
    sentence:
      first === undefined || sentence === null
        ? null
        : { document: first.document, title: first.title, ...sentence },
  }
}
