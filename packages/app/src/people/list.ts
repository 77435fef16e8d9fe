import { type Result, type Subject, accepted, mayAdminister, refusal, refused } from '@gangmu/core'
import { everything, listPeople as allPeople } from '@gangmu/store'
import type { App } from '../app.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import type { PersonRow } from './reply.js'

/** Accounts and all posts they ever held, for administrators. */
export async function listPeople(
  app: App,
  subject: Subject,
  _input: Record<never, never>,
): Promise<Result<{ people: PersonRow[] }>> {
  if (!mayAdminister(subject)) return refused(refusal('access.denied', 'people', { verb: 'people.list' }))
  return app.store.read(everything, async (db) => {
    const register = await registerOn(app.store, db, today(app))
    const people = await allPeople(db)
    return accepted({
      people: people.map((it) => ({
        ...it,
        posts: it.posts.map((post) => ({ ...post, unitName: register.nameOf(post.unit) })),
      })),
    })
  })
}
