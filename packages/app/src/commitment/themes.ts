import { type Result, type Subject, accepted, refusal, refused, visible } from '@gangmu/core'
import { commitmentSkeleton, listThemes as allThemes } from '@gangmu/store'
import type { App } from '../app.js'
import { scopeOf } from '../scope.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import { countLights, lit } from './present.js'
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
    const rows = lit(app, await commitmentSkeleton(db, visible(subject), { owners }), register.date)
    const themes = await allThemes(db)
    return accepted({
      themes: themes.map(({ id, parent, name }) => {
        const below = subtree(themes, id)
        const of = rows.filter((it) => it.theme !== null && below.has(it.theme))
        const { red, yellow } = countLights(of)
        return { id, parent, name, total: of.length, red, yellow }
      }),
      without: rows.filter((it) => it.theme === null).length,
    })
  })
}
