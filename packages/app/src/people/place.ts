import { everything, listPeople } from '@gangmu/store'
import type { App } from '../app.js'
import { today } from '../today.js'
import { registerOn } from '../unit/register.js'
import type { PlaceReply } from './reply.js'

/** What anybody may know of the installation; demo accounts only where the pack brings them. */
export async function placeInfo(app: App): Promise<PlaceReply> {
  const { manifest } = app.place
  return {
    pack: manifest.id,
    version: manifest.version,
    name: manifest.name,
    simulated: manifest.simulated,
    city: manifest.city,
    limits: { documentBytes: app.limits.documentBytes },
    demo: manifest.demo === null ? null : await demoOf(app, manifest.demo.password),
  }
}

async function demoOf(app: App, password: string): Promise<PlaceReply['demo']> {
  return app.store.read(everything, async (db) => {
    const register = await registerOn(app.store, db, today(app))
    const people = await listPeople(db)
    return {
      password,
      accounts: people.flatMap(({ username, name, posts, disabled }) => {
        const [post] = posts
        return post === undefined || disabled
          ? []
          : [{ username, name, unitName: register.nameOf(post.unit), role: post.role }]
      }),
    }
  })
}
