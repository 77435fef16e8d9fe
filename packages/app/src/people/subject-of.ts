import type { Subject } from '@gangmu/core'
import { everything, findPerson } from '@gangmu/store'
import type { App } from '../app.js'
import { carryOutDue } from '../reorganisation/due.js'
import { registerOn } from '../unit/register.js'

/** Who a person is on a day, with what each post answers for; null where unknown or disabled. */
export async function subjectOf(app: App, person: string, today: string): Promise<Subject | null> {
  await carryOutDue(app, today)
  return app.store.read(everything, async (db) => {
    const found = await findPerson(db, person, today)
    if (found === null || found.disabled) return null
    const register = await registerOn(app.store, db, today)
    return {
      person: found.id,
      name: found.name,
      posts: found.posts.map((it) => ({ unit: it.unit, role: it.role, scope: register.reachOf(it.unit) })),
    }
  })
}
