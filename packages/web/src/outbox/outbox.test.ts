import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Kept } from './kept.js'
import { createOutbox, type New } from './outbox.js'
import { conflictsIn, delayAfter, type Outcome, type Pending, verdictOf } from './pending.js'

/** A machine's storage that outlives the page. */
function machine() {
  const rows = new Map<string, Pending>()
  const kept: Kept = {
    read: () => [...rows.values()].toSorted((a, b) => a.at - b.at),
    write: (it) => rows.set(it.request, it) !== undefined,
    forget: (it) => void rows.delete(it.request),
    watch: () => () => undefined,
  }
  return { kept, rows }
}

const made = (request: string, given: Partial<New> = {}): New => ({
  request,
  document: 'd',
  finding: given.finding ?? request,
  quote: '一句',
  decision: 'confirm',
  seen: 0,
  moves: [{ finding: given.finding ?? request, seq: 0 }],
  ...given,
})
const answered: Outcome = { status: 200, refusals: [], answered: true }
const lost: Outcome = { status: 0, refusals: [], answered: false }
const refused = (status: number, code: string, facts = {}): Outcome => ({
  status,
  refusals: [{ code, path: '', facts }],
  answered: false,
})
const settled = () => vi.advanceTimersByTimeAsync(120_000)

/** A page: what comes back for a sending is told by `reply`. */
function page(kept: Kept, reply: (it: Pending, times: number) => Outcome, now = () => 1000) {
  const sent: string[] = []
  const told: string[] = []
  const outbox = createOutbox({
    kept,
    now,
    send: async (it) => {
      sent.push(it.request)
      await Promise.resolve()
      return reply(it, sent.filter((one) => one === it.request).length)
    },
    refused: (it) => told.push(it.request),
    drained: () => told.push('drained'),
    lostSession: () => told.push('lost session'),
  })
  return { outbox, sent, told }
}

describe('the outbox', () => {
  it('sends in order, keeps what is lost and tries it again before anything after it', async () => {
    vi.useFakeTimers()
    const { kept, rows } = machine()
    const { outbox, sent, told } = page(kept, (it, times) =>
      it.request === 'b' && times < 4 ? lost : answered,
    )
    outbox.add([made('a'), made('b')])
    outbox.add([made('c')])
    expect(rows.size).toBe(3)
    await settled()
    expect([sent, told, rows.size]).toEqual([['a', 'b', 'b', 'b', 'b', 'c'], ['drained'], 0])
    vi.useRealTimers()
  })

  it('is taken up by the next page in the same order, with the same requests, though made in one moment', async () => {
    vi.useFakeTimers()
    const { kept } = machine()
    const first = page(kept, () => lost)
    first.outbox.add([made('z'), made('y')])
    first.outbox.add([made('x')])
    first.outbox.stop()
    const second = page(kept, () => answered)
    await vi.advanceTimersByTimeAsync(1)
    expect(second.sent).toEqual(['z', 'y', 'x'])
    expect(second.outbox.state().all).toEqual([])
    // A screen may hear of the answers a little later than the outbox does.
    expect(second.outbox.state().answered.map((it) => it.request)).toEqual(['z', 'y', 'x'])
    await settled()
    expect(second.outbox.state().answered).toEqual([])
    vi.useRealTimers()
  })

  it('keeps all at a lost session, and goes on where it was there after all', async () => {
    vi.useFakeTimers()
    const { kept, rows } = machine()
    let reply = refused(401, 'session.none')
    const { outbox, sent, told } = page(kept, () => reply)
    outbox.add([made('a'), made('b')])
    await vi.advanceTimersByTimeAsync(400)
    expect([sent, told, rows.size, outbox.state().phase]).toEqual([['a'], ['lost session'], 2, 'signed-out'])
    reply = answered
    await settled()
    expect([sent, rows.size, outbox.state().phase]).toEqual([['a', 'a', 'b'], 0, 'idle'])
    vi.useRealTimers()
  })

  it('takes back what was never sent, whole or not at all', async () => {
    vi.useFakeTimers()
    const { kept } = machine()
    const { outbox } = page(kept, () => lost)
    outbox.add([made('a'), made('b'), made('c')])
    expect(outbox.takeBack(['b', 'c'])).toBe(true)
    expect(outbox.takeBack(['a'])).toBe(false)
    expect(outbox.state().all.map((it) => it.request)).toEqual(['a'])
    outbox.stop()
    vi.useRealTimers()
  })

  it('sets a refused one aside, holds back what stands on it, and sends the rest', async () => {
    vi.useFakeTimers()
    const { kept } = machine()
    const { outbox, sent, told } = page(kept, (it) =>
      it.request === 'a' ? refused(409, 'finding.changed', { decision: 'reject', by: '甲' }) : answered,
    )
    outbox.add([
      made('a', { finding: '1', moves: [1, 2].map((id) => ({ finding: String(id), seq: 0 })) }),
      made('other', { finding: '9' }),
      made('b', { finding: '2', decision: 'edit', seen: 1, moves: [{ finding: '2', seq: 1 }] }),
    ])
    await settled()
    expect([sent, told]).toEqual([
      ['a', 'other'],
      ['a', 'drained'],
    ])
    const [conflict, ...more] = conflictsIn(outbox.state().all, 'd')
    expect(more).toEqual([])
    expect(conflict).toMatchObject({ head: { request: 'a' }, wish: { request: 'b' }, requests: ['a', 'b'] })
    outbox.discard(conflict?.requests ?? [])
    expect(kept.read()).toEqual([])
    vi.useRealTimers()
  })

  it.each([
    ['confirm', 'confirm', 0],
    ['confirm', 'reject', 1],
    ['edit', 'edit', 1],
    ['reopen', 'reopen', 0],
    ['reopen', 'confirm', 1],
    ['reopen', 'edit', 1],
  ] as const)('of %s where another chose %s leaves %i to settle', async (mine, theirs, left) => {
    vi.useFakeTimers()
    const { kept } = machine()
    const { outbox } = page(kept, () => refused(409, 'finding.changed', { decision: theirs }))
    outbox.add([made('a', { decision: mine })])
    await settled()
    expect(conflictsIn(outbox.state().all, 'd')).toHaveLength(left)
    expect([...outbox.state().overtaken]).toEqual(left === 0 ? ['a'] : [])
    vi.useRealTimers()
  })

  it('of a decision taken back on the way leaves nothing to settle, whatever another chose', async () => {
    vi.useFakeTimers()
    const { kept } = machine()
    const { outbox } = page(kept, () => refused(409, 'finding.changed', { decision: 'reject' }))
    outbox.add([
      made('a', { finding: '1' }),
      made('b', { finding: '1', decision: 'reopen', seen: 1, moves: [{ finding: '1', seq: 1 }] }),
    ])
    await settled()
    expect(outbox.state().all).toEqual([])
    vi.useRealTimers()
  })

  it('says so where the machine keeps nothing, and sends all the same', async () => {
    vi.useFakeTimers()
    const { kept } = machine()
    let reply = lost
    const { outbox } = page({ ...kept, write: () => false }, () => reply)
    outbox.add([made('a')])
    expect([...outbox.state().unkept]).toEqual(['a'])
    reply = answered
    await settled()
    expect(outbox.state()).toMatchObject({ all: [], unkept: new Set() })
    vi.useRealTimers()
  })

  it('loses nothing and sends nothing twice to an answer, wherever pages end and calls are lost', async () => {
    vi.useFakeTimers()
    const step = fc.oneof(
      fc.constant('add' as const),
      fc.constant('close' as const),
      fc.constant('wait' as const),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        async (steps, luck) => {
          const { kept } = machine()
          const done: string[] = []
          // 1 is carried out but its answer is lost: the server knows the request and does it once.
          const server = (it: Pending): Outcome => {
            const fate = luck.next().value
            if (fate === 0) return lost
            if (!done.includes(it.request)) done.push(it.request)
            return fate === 1 ? lost : answered
          }
          let count = 0
          const added: string[] = []
          let open = page(kept, server, () => 1000 + count)
          for (const it of steps) {
            if (it === 'add') {
              added.push(String(count))
              open.outbox.add([made(String(count++))])
            } else if (it === 'close') {
              open.outbox.stop()
              open = page(kept, server, () => 1000 + count)
            } else await vi.advanceTimersByTimeAsync(700)
          }
          await vi.advanceTimersByTimeAsync(3_600_000)
          expect(done).toEqual(added)
          expect(kept.read()).toEqual([])
          open.outbox.stop()
        },
      ),
      { numRuns: 60 },
    )
    vi.useRealTimers()
  })
})

it.each([
  [answered, 0, 'done'],
  [lost, 99, 'again'],
  // A network's own page answers in the server's place, with whatever status.
  [{ status: 404, refusals: [], answered: false }, 3, 'again'],
  [{ status: 403, refusals: [], answered: false }, 5, 'again'],
  [{ status: 413, refusals: [], answered: false }, 6, 'refused'],
  // A network that wants a sign-in, or time, of its own: that passes.
  [{ status: 401, refusals: [], answered: false }, 99, 'again'],
  [{ status: 407, refusals: [], answered: false }, 99, 'again'],
  [{ status: 408, refusals: [], answered: false }, 99, 'again'],
  [{ status: 429, refusals: [], answered: false }, 99, 'again'],
  [refused(503, 'server.busy'), 99, 'again'],
  [refused(429, 'request.too-many'), 99, 'again'],
  [refused(500, 'server.fault'), 5, 'again'],
  [refused(500, 'server.fault'), 6, 'refused'],
  [refused(401, 'session.other-person'), 0, 'signed-out'],
  [refused(409, 'finding.changed'), 0, 'refused'],
  [refused(404, 'finding.unknown'), 0, 'refused'],
] as const)('%j at try %i: %s', (outcome, tries, verdict) => {
  expect(verdictOf(outcome, tries)).toBe(verdict)
})

it('waits longer each time, and never longer than half a minute', () => {
  expect([1, 2, 3, 7, 50].map(delayAfter)).toEqual([500, 1000, 2000, 30_000, 30_000])
})
