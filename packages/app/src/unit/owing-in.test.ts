import { reach } from '@gangmu/core'
import { expect, it } from 'vitest'
import { owingIn } from './owing-in.js'

const links = [
  { kind: 'part-of' as const, from: 'board', to: 'city' },
  { kind: 'part-of' as const, from: 'town', to: 'board' },
  { kind: 'part-of' as const, from: 'other', to: 'board' },
  { kind: 'part-of' as const, from: 'zone', to: 'board' },
  { kind: 'covers' as const, from: 'zone', to: 'town' },
]
const on = { links, reachOf: (unit: string) => reach(links, unit) }

it('takes the town, its board and the zones over it, and only what a chosen unit answers for', () => {
  expect(owingIn(on, 'town', undefined).toSorted()).toEqual(['board', 'town', 'zone'])
  expect(owingIn(on, 'other', undefined).toSorted()).toEqual(['board', 'other'])
  expect(owingIn(on, 'town', 'zone').toSorted()).toEqual(['town', 'zone'])
  expect(owingIn(on, 'other', 'zone')).toEqual([])
  expect(owingIn(on, 'town', 'city').toSorted()).toEqual(['board', 'city', 'town', 'zone'])
})
