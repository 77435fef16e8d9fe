import { type Result, type Subject, accepted } from '@gangmu/core'
import { everything, findPerson } from '@gangmu/store'
import type { App } from '../app.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import type { Me } from './reply.js'

/** Who asks, with the posts of today. */
export async function me(app: App, subject: Subject, _input: Record<never, never>): Promise<Result<Me>> {
  const day = today(app)
  return app.store.read(everything, async (db) => {
    const person = await findPerson(db, subject.person, day)
    const register = await registerOn(app.store, db, day)
    return accepted({
      person: subject.person,
      name: subject.name,
      username: person?.username ?? '',
      today: day,
      posts: subject.posts.map((it) => ({
        unit: it.unit,
        unitName: register.nameOf(it.unit),
        role: it.role,
        scope: [...it.scope],
      })),
    })
  })
}
