import { afterEach, describe, expect, it } from 'vitest'
import { type Caps, type Threads, createThreads } from './threads.js'

const entry = new URL('../../test/threads/errand.worker.js', import.meta.url)
const caps: Caps = { milliseconds: 60_000, growthMb: 4096 }

let opened: Threads<string, string>[] = []
function threadsOf(atOnce: number, of = entry): Threads<string, string> {
  const threads = createThreads<string, string>({ entry: of, atOnce, heapMb: 64 })
  opened.push(threads)
  return threads
}
afterEach(async () => {
  await Promise.all(opened.map((it) => it.close()))
  opened = []
})

describe('threads', { timeout: 60_000 }, () => {
  it('answer each piece of work with what it gave', async () => {
    const { run } = threadsOf(2)
    const orders = Array.from({ length: 20 }, (_, at) => `order ${at}`)
    const done = await Promise.all(orders.map((order) => run(order, caps)))
    expect(done).toEqual(orders.map((value) => ({ ended: null, value })))
  })

  it.each([
    ['throw', { ended: 'crash', error: new Error('as ordered') }],
    ['later', { ended: 'crash', error: new Error('later, as ordered') }],
    ['exit', { ended: 'crash', error: new Error('worker exited with code: 3') }],
    ['heap', { ended: 'heap', megabytes: 64 }],
  ])('lose nothing but the work that goes wrong by %s', async (order, why) => {
    const { run } = threadsOf(2)
    const [wrong, ...others] = await Promise.all([order, 'a', 'b', 'c'].map((it) => run(it, caps)))
    expect(wrong).toEqual(why)
    expect(others).toEqual(['a', 'b', 'c'].map((value) => ({ ended: null, value })))
  })

  it('end what takes too long, whatever it does, and take its place again', async () => {
    const { run } = threadsOf(1)
    await run('a', caps)
    const [hung, next] = await Promise.all([run('hang', { ...caps, milliseconds: 50 }), run('b', caps)])
    expect([hung, next]).toEqual([{ ended: 'time' }, { ended: null, value: 'b' }])
  })

  it('end what makes the process grow too much, and only that', async () => {
    const { run } = threadsOf(2)
    await run('a', caps)
    const tight = { ...caps, growthMb: 100 }
    const done = await Promise.all(['buffers', 'b', 'c'].map((it) => run(it, tight)))
    expect(done).toEqual([
      { ended: 'growth', megabytes: 100 },
      { ended: null, value: 'b' },
      { ended: null, value: 'c' },
    ])
  })

  it('are closed whatever they do, and begin nothing more', async () => {
    const { run, close } = threadsOf(1)
    const running = [run('hang', caps), run('a', caps)]
    await close()
    expect(await Promise.all([...running, run('b', caps)])).toEqual([
      { ended: 'stopped' },
      { ended: 'stopped' },
      { ended: 'stopped' },
    ])
  })

  it('throw where their module cannot be loaded', async () => {
    const { run } = threadsOf(1, new URL('../../test/threads/nowhere.worker.js', import.meta.url))
    await expect(run('a', caps)).rejects.toThrow('nowhere')
  })
})
