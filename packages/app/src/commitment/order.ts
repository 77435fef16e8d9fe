import { type Light, standingsOf } from '@gangmu/core'
import type { CommitmentOrder } from '@gangmu/store'
import type { App } from '../app.js'
import type { RegisterOn } from '../unit/register.js'
import { ruleOn } from './present.js'
import type { CommitmentQuery } from './reply.js'

/** What needs a person first. */
const urgency: readonly Light[] = ['red', 'yellow', 'grey', 'green']

/** The order asked for, as the store is asked for it. */
export function orderOf(app: App, sort: CommitmentQuery['sort'], register: RegisterOn): CommitmentOrder {
  switch (sort) {
    case 'light':
      return { by: 'standing', days: ruleOn(app, register.date).days, groups: urgency.map(standingsOf) }
    case 'owner':
      return { by: 'owner', units: register.units.map((it) => it.unit) }
    case 'title':
    case 'newest':
      return { by: sort }
    case 'due':
    case undefined:
      return { by: 'due' }
  }
}
