import type { Light } from '@gangmu/core'
import type { RegisterOn } from '../unit/register.js'
import type { Lit } from './present.js'
import type { CommitmentQuery } from './reply.js'

/** What needs a person first. */
const urgency: Readonly<Record<Light, number>> = { red: 0, yellow: 1, grey: 2, green: 3 }

type Compare = (a: Lit, b: Lit) => number

/** Rows in the order asked for; equal ones by due day, then as they came in. */
export function inOrder(
  rows: readonly Lit[],
  sort: NonNullable<CommitmentQuery['sort']>,
  register: RegisterOn,
): readonly Lit[] {
  const chosen = compareBy(sort, register)
  return rows.toSorted((a, b) => chosen(a, b) || byDue(a, b) || bytes(a.id, b.id))
}

function compareBy(sort: NonNullable<CommitmentQuery['sort']>, register: RegisterOn): Compare {
  switch (sort) {
    case 'due':
      return byDue
    case 'light':
      return (a, b) => urgency[a.light] - urgency[b.light]
    case 'title':
      return (a, b) => bytes(a.titleKey, b.titleKey)
    case 'owner': {
      const key = (it: Lit) => register.byId.get(it.owner)?.sortKey ?? it.owner
      return (a, b) => bytes(key(a), key(b))
    }
    case 'newest':
      return (a, b) => bytes(b.createdAt, a.createdAt)
  }
}

/** Without a day comes last. */
const byDue: Compare = (a, b) => bytes(a.due ?? '9999', b.due ?? '9999')

function bytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
