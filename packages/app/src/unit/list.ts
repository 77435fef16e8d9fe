import { type Result, type Subject, accepted, shareJson } from '@gangmu/core'
import { everything, registerAt } from '@gangmu/store'
import type { App } from '../app.js'
import { today } from '../today.js'
import type { AsOfQuery, LinkRow, UnitList, UnitRow } from './reply.js'

/** All units and links on a day, by what was known at an instant. The register is open to whoever signed in. */
export async function listUnits(app: App, _subject: Subject, input: AsOfQuery): Promise<Result<UnitList>> {
  const asOf = input.asOf ?? today(app)
  const { units, links } = await app.store.read(everything, (db) =>
    registerAt(db, { date: asOf, known: input.knownAt ?? null }),
  )
  return accepted({
    asOf,
    units: units.map((it): UnitRow => ({
      id: it.unit,
      kind: it.kind,
      name: it.name,
      aka: [...it.aka],
      code: it.code,
      validFrom: it.validFrom,
      validTo: it.validTo,
      basis: it.basis,
    })),
    links: links.map((it): LinkRow => ({
      id: it.id,
      kind: it.kind,
      from: it.from,
      to: it.to,
      ...(it.share === undefined ? {} : { share: shareJson(it.share) }),
      validFrom: it.validFrom,
      validTo: it.validTo,
      basis: it.basis,
    })),
  })
}
