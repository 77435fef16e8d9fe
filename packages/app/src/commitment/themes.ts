import { type Result, type Subject, accepted, refusal, refused, visible } from '@gangmu/core'
import { countStandings, listThemes as allThemes } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { countLights, ruleOn } from './present.js'
import type { ThemeCounts } from './reply.js'
import { subtree } from './subtree.js'

/** The plan tree; each theme counts what the reader sees under it and under all below it. */
export async function listThemes(
  app: App,
  subject: Subject,
  input: { readonly unit?: string | undefined },
): Promise<Result<ThemeCounts>> {
  return app.store.read(scopeOf(subject), async (db) => {
    const register = await registerOn(app.store, db, today(app))
    if (input.unit !== undefined && !register.byId.has(input.unit)) {
      return refused(refusal('unit.unknown', 'unit', { unit: input.unit }))
    }
    const owners = input.unit === undefined ? undefined : [...register.reachOf(input.unit)]
    const { days } = ruleOn(app, register.date)
    const rows = await countStandings(db, visible(subject), { owners }, days, 'theme')
    const themes = await allThemes(db)
    return accepted({
      themes: themes.map(({ id, parent, name }) => {
        const below = subtree(themes, id)
        const of = rows.filter((it) => it.key !== null && below.has(it.key))
        const { red, yellow } = countLights(of)
        return { id, parent, name, total: sum(of), red, yellow }
      }),
      without: sum(rows.filter((it) => it.key === null)),
    })
  })
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((all, it) => all + it.count, 0)
}
