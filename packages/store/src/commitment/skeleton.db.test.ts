import {
  type Commitment,
  addDays,
  lightRule,
  lights,
  lightOfStanding,
  standingsOf,
  states,
} from '@gangmu/core'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.js'
import { createPool } from '../pool.js'
import { type Scope, everything } from '../scope.js'
import { type Store, createStore } from '../store.js'
import { allCommitments, saveCommitments } from './commitments.js'
import { commitmentPage, countSides, countStandings } from './skeleton.js'

const today = '2026-06-15'
const rule = lightRule(today, { staleAfterDays: 45, dueSoonDays: 30, acceptWithinDays: 3 })
const units = Array.from({ length: 9 }, (_, index) => `u${index}`)

let database: FreshDatabase
let pool: pg.Pool
let store: Store
beforeAll(async () => {
  database = await freshDatabase()
  pool = createPool(database)
  store = createStore(pool)
  const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days))
  const edge = fc.constantFrom(
    ...Object.values(rule.days).flatMap((it) => [it, addDays(it, -1), addDays(it, 1)]),
  )
  const some = fc.option(fc.oneof(day, edge))
  const drawn = fc.sample(
    fc.record({
      state: fc.constantFrom(...states),
      due: some,
      assignedOn: some,
      reported: some,
      owner: fc.constantFrom(...units),
      issuer: fc.constantFrom(...units),
    }),
    { numRuns: 800, seed: 7 },
  )
  const caches = drawn.map((it, index) => {
    const state: Commitment = {
      state: it.state,
      resumesAs: null,
      kind: 'action',
      title: `第${index}件`,
      theme: null,
      issuer: it.issuer,
      owner: it.owner,
      charge: null,
      due: it.due,
      target: null,
      finding: null,
      parent: null,
      acceptedByLoad: false,
      assignedOn: it.assignedOn,
      lastReport: it.reported === null ? null : { on: it.reported, by: 'p', value: null },
      closedOn: null,
      escalations: 0,
      seq: 1,
    }
    const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`
    return { id, state, document: null, createdAt: `${today}T00:00:00Z`, titleKey: '', tokens: [] }
  })
  await store.write(everything, async (db) => {
    await db
      .insertInto('unit')
      .values(units.map((id) => ({ id })))
      .execute()
    await saveCommitments(db, caches, new Set(caches.map((it) => it.id)))
  })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const all = { all: true } as const

describe('the register as the database counts it', () => {
  test('has the lights that the rule gives one by one', async () => {
    await store.read(everything, async (db) => {
      const rows = await allCommitments(db)
      const counted = await countStandings(db, all, {}, rule.days)
      for (const light of lights) {
        const expected = rows.filter((it) => rule.of(it).light === light).map((it) => it.id)
        expect(expected.length).toBeGreaterThan(10)
        const count = counted.filter((it) => lightOfStanding(it).light === light)
        expect(count.reduce((sum, it) => sum + it.count, 0)).toBe(expected.length)
        const page = await commitmentPage(
          db,
          all,
          { standing: { days: rule.days, of: standingsOf(light) } },
          { order: { by: 'due' }, offset: 0, limit: 1000 },
        )
        expect(page.toSorted()).toEqual(expected.toSorted())
      }
    })
  })

  test('is ordered by urgency, by owner and by due day', async () => {
    await store.read(everything, async (db) => {
      const rows = new Map((await allCommitments(db)).map((it) => [it.id, it]))
      const urgency = ['red', 'yellow', 'grey', 'green'] as const
      const byUnit = [...units].toReversed()
      const keys = {
        standing: (id: string) => urgency.indexOf(rule.of(rows.get(id) as Commitment).light),
        owner: (id: string) => byUnit.indexOf(rows.get(id)?.owner ?? ''),
        due: () => 0,
      }
      const orders = [
        { by: 'standing', days: rule.days, groups: urgency.map(standingsOf) },
        { by: 'owner', units: byUnit },
        { by: 'due' },
      ] as const
      for (const order of orders) {
        const page = await commitmentPage(db, all, {}, { order, offset: 0, limit: 1000 })
        const key = (id: string) => `${keys[order.by](id)} ${rows.get(id)?.due ?? '9999'} ${id}`
        expect(page).toEqual([...rows.keys()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1)))
      }
    })
  })

  test('shows a scope exactly what is owed to it or handed out by it, named or all but a few', async () => {
    const rows = await store.read(everything, allCommitments)
    const some = fc.subarray(units)
    await fc.assert(
      fc.asyncProperty(some, some, async (owners, issuers) => {
        const scope: Scope = { readOwners: owners, readIssuers: issuers, write: [] }
        const seen = { all: false, owners, issuers } as const
        const expected = rows.filter((it) => owners.includes(it.owner) || issuers.includes(it.issuer))
        const ids = expected.map((it) => it.id).toSorted()
        await store.read(scope, async (db) => {
          // By the second wall alone, and by both.
          expect((await allCommitments(db)).map((it) => it.id).toSorted()).toEqual(ids)
          const page = { order: { by: 'due' }, offset: 0, limit: 1000 } as const
          expect((await commitmentPage(db, seen, {}, page)).toSorted()).toEqual(ids)
          const sides = await countSides(db, seen, owners)
          expect(sides.filter((it) => it.owed).reduce((sum, it) => sum + it.count, 0)).toBe(
            rows.filter((it) => owners.includes(it.owner)).length,
          )
        })
      }),
      { numRuns: 40 },
    )
  })
})
