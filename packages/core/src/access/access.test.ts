import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mayAssignTo,
  mayReadCommitment,
  mayReadDocument,
  mayReadReorganisations,
  mayReceiveFor,
  mayReorganise,
  mayReview,
  type Subject,
  visible,
} from './access.js'

const units = ['city', 'board', 'zone', 'town', 'other'] as const
/** city ⊃ board ⊃ zone ⊃ town; other stands beside the board. */
const below: Record<(typeof units)[number], readonly string[]> = {
  city: [...units],
  board: ['board', 'zone', 'town'],
  zone: ['zone', 'town'],
  town: ['town'],
  other: ['other'],
}
const subject = (
  unit: (typeof units)[number],
  role: 'office' | 'auditor' | 'administrator' = 'office',
): Subject => ({
  person: 'p',
  name: '某人',
  posts: [{ unit, role, scope: new Set(below[unit]) }],
})

describe('access', () => {
  it('follows the tree down and never sideways', () => {
    const it_ = { issuer: 'board', owner: 'zone' }
    expect(units.filter((unit) => mayReadCommitment(subject(unit), it_))).toEqual(['city', 'board', 'zone'])
    expect(units.filter((unit) => mayReview(subject(unit), 'zone'))).toEqual(['city', 'board', 'zone'])
    expect(units.filter((unit) => mayReceiveFor(subject(unit), 'zone'))).toEqual(['zone'])
  })

  it('lets an issuer hand duties down only', () => {
    expect(mayAssignTo(subject('board'), 'board', 'zone')).toBe(true)
    expect(mayAssignTo(subject('board'), 'board', 'board')).toBe(false)
    expect(mayAssignTo(subject('board'), 'board', 'other')).toBe(false)
    expect(mayAssignTo(subject('board'), 'city', 'zone')).toBe(false)
  })

  it('gives an auditor everything to read and an administrator no duty', () => {
    expect(mayReadCommitment(subject('city', 'auditor'), { issuer: 'x', owner: 'y' })).toBe(true)
    expect(mayReceiveFor(subject('city', 'auditor'), 'city')).toBe(false)
    expect(mayReadCommitment(subject('city', 'administrator'), { issuer: 'city', owner: 'town' })).toBe(false)
  })

  it('lets the city alone change its map, and an auditor look', () => {
    expect(units.filter((unit) => mayReorganise(subject(unit), 'city'))).toEqual(['city'])
    expect(mayReorganise(subject('city', 'auditor'), 'city')).toBe(false)
    expect(mayReadReorganisations(subject('zone', 'auditor'), 'city')).toBe(true)
    expect(mayReadReorganisations(subject('zone'), 'city')).toBe(false)
    expect(mayReadReorganisations(subject('city', 'administrator'), 'city')).toBe(false)
  })

  it('opens a document to whoever works under it', () => {
    expect(mayReadDocument(subject('town'), 'city', true)).toBe(true)
    expect(mayReadDocument(subject('town'), 'city', false)).toBe(false)
  })

  it('filters exactly what it would allow one by one', () => {
    const unit = fc.constantFrom(...units)
    const role = fc.constantFrom('office' as const, 'auditor' as const, 'administrator' as const)
    fc.assert(
      fc.property(unit, role, unit, unit, (mine, as, issuer, owner) => {
        const who = subject(mine, as)
        const filter = visible(who)
        const seen = filter.all || filter.owners.includes(owner) || filter.issuers.includes(issuer)
        expect(seen).toBe(mayReadCommitment(who, { issuer, owner }))
      }),
    )
  })
})
