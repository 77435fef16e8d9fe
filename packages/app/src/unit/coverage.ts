import { type PackManifest, type Result, type Subject, accepted, coverage } from '@gangmu/core'
import { type Reader, everything, registerAt, textsWith, unitsNamed } from '@gangmu/store'
import type { App } from '../app.js'
import { today } from '../today.js'
import type { AsOfQuery, CoverageReply } from './reply.js'
import { sentenceWith } from './sentence-with.js'

/** How the zones cover the towns, beside what documents claim and how many zones they name. */
export async function coverageOf(
  app: App,
  _subject: Subject,
  input: AsOfQuery,
): Promise<Result<CoverageReply>> {
  const asOf = input.asOf ?? today(app)
  return app.store.read(everything, async (db) => {
    const { units, links } = await registerAt(db, { date: asOf, known: input.knownAt ?? null })
    const found = coverage(units, links)
    const zones = units
      .filter((it) => it.kind === 'zone')
      .map((it) => ({ unit: it.unit, names: [it.name, ...it.aka] }))
    const claims: CoverageReply['claims'] = []
    for (const claim of app.place.manifest.claims) claims.push(await shown(db, claim))
    return accepted({
      asOf,
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
