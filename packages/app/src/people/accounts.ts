import { everything, listPeople } from '@gangmu/store'
import type { App } from '../app.js'

export interface Account {
  readonly person: string
  readonly username: string
  readonly name: string
  readonly disabled: boolean
}

/** Everybody who may be given a sign-in. */
export async function accounts(app: App): Promise<Account[]> {
  const people = await app.store.read(everything, listPeople)
  return people.map(({ id, username, name, disabled }) => ({ person: id, username, name, disabled }))
}
