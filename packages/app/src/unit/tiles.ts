import {
  type Light,
  type Result,
  type Subject,
  type UnitKind,
  accepted,
  refusal,
  refused,
  states,
  visible,
} from '@gangmu/core'
import { countStandings, listTiles, registerAt } from '@gangmu/store'
import type { App } from '../app.js'
import { countLights, ruleOn } from '../commitment/present.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { owingIn } from './owing-in.js'
import { registerOn } from './register.js'
import type { AsOfQuery, Tile } from './reply.js'

const living = states.filter((it) => it !== 'closed' && it !== 'withdrawn')
const worstFirst: readonly Light[] = ['red', 'yellow', 'green', 'grey']

/**
 * The schematic map. A town is coloured by the worst light of what it owes itself, what the zones over it owe and what
 * its board owes; with a unit chosen, only of what that unit and those it answers for owe.
 */
export async function tiles(
  app: App,
  subject: Subject,
  input: AsOfQuery & { readonly unit?: string | undefined },
): Promise<Result<{ tiles: Tile[] }>> {
  const asOf = input.asOf ?? today(app)
  return app.store.read(scopeOf(subject), async (db) => {
    const register = await registerOn(app.store, db, today(app))
    const { unit } = input
    if (unit !== undefined && !register.byId.has(unit))
      return refused(refusal('unit.unknown', 'unit', { unit }))
    const { units, links } = await registerAt(db, { date: asOf, known: input.knownAt ?? null })
    const byId = new Map(units.map((it) => [it.unit, it]))
    const { days } = ruleOn(app, register.date)
    const rows = await countStandings(db, visible(subject), { states: living }, days, 'owner')
    const owed = new Map<string, (typeof rows)[number][]>()
    for (const row of rows) {
      const owner = row.key ?? ''
      const of = owed.get(owner)
      if (of) of.push(row)
      else owed.set(owner, [row])
    }
    const placed = await listTiles(db)
    return accepted({
      tiles: placed.flatMap(({ unit: town, col, row }): Tile[] => {
        const state = byId.get(town)
        if (state === undefined) return []
        const over = links.filter((it) => it.kind === 'covers' && it.to === town).map((it) => it.from)
        const ofKind = (kind: UnitKind) => over.filter((it) => byId.get(it)?.kind === kind)
        const zones = ofKind('zone')
        // A board carved out of a district covers towns that stay part of the district.
        const within = links.find((it) => it.kind === 'part-of' && it.from === town)?.to ?? town
        const board = ofKind('district')[0] ?? within
        const owing = owingIn({ links, reachOf: register.reachOf }, town, unit)
        const counts = countLights(owing.flatMap((it) => owed.get(it) ?? []))
        const light = worstFirst.find((it) => counts[it] > 0) ?? null
        return [{ unit: town, name: state.name, board, zones, col, row, light, counts }]
      }),
    })
  })
}
