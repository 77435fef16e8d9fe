import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createQueue } from './queue.js'

it('runs everything, never more than it may, and nothing beside what wants to be alone', async () => {
  const job = fc.record({ alone: fc.boolean(), turns: fc.nat(3), fails: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(job, { maxLength: 12 }),
      async (atOnce, jobs) => {
        const queue = createQueue(atOnce)
        const order: number[] = []
        let inside = 0
        let apart = false
        const results = await Promise.allSettled(
          jobs.map(({ alone, turns, fails }, at) =>
            (alone ? queue.runAlone : queue.run)(async () => {
              order.push(at)
              inside += 1
              expect(inside).toBeLessThanOrEqual(alone ? 1 : atOnce)
              expect(apart).toBe(false)
              apart = alone
              for (let left = turns; left > 0; left--) await turn()
              apart = false
              inside -= 1
              if (fails) throw new Error('planned')
              return at
            }),
          ),
        )
        expect(order).toEqual(jobs.map((_, at) => at))
        expect(results.map((it) => it.status === 'rejected')).toEqual(jobs.map((it) => it.fails))
        expect(results.every((it) => it.status === 'fulfilled' || it.reason.message === 'planned')).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})
