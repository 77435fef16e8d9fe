import { type Store, dueReorganisations, everything, holdMap } from '@gangmu/store'
import type { App } from '../app.js'
import { carryOut } from './carry-out.js'

const done = new WeakMap<Store, string>()

/**
 * Carries out what was published for a day that has come. Asked before anybody is told what their posts are, and
 * looked at once a day: whatever is published for a day that is here is carried out there and then.
 */
export async function carryOutDue(app: App, day: string): Promise<void> {
  if ((done.get(app.store) ?? '') >= day) return
  const due = await app.store.read(everything, (db) => dueReorganisations(db, day))
  if (due.length > 0) {
    await app.store.write(everything, async (db) => {
      await holdMap(db, 'alone')
      // Read once more: another server may have come first.
      for (const it of await dueReorganisations(db, day)) await carryOut(app, db, it, app.ports.id())
    })
  }
  done.set(app.store, day)
}
