import { type App, receiveDocument } from '@gangmu/app'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Region, openRegion, value } from '../../app/test/region.js'
import { createReading } from './reading.js'

let region: Region
beforeEach(async () => {
  region = await openRegion()
})
afterEach(() => region.close())

async function receive(name: string): Promise<void> {
  const bytes = new TextEncoder().encode(`彩塘镇要在2026年9月底前完成河道整治（${name}）。`)
  value(await receiveDocument(region.app, await region.as('donglu'), { name, bytes }))
}

async function states(): Promise<readonly string[]> {
  const given = await region.pool.query(
    `begin; select set_config('gangmu.read_units', '*', true);
     select state from document order by received_at, id; commit`,
  )
  return (given as unknown as { rows: { state: string }[] }[])[2]?.rows.map((it) => it.state) ?? []
}

/** The app with a database that is away for so many writes. */
function without(app: App, writes: number): App {
  let left = writes
  const write: App['store']['write'] = (scope, work) =>
    left-- > 0 ? Promise.reject(new Error('planted: connection lost')) : app.store.write(scope, work)
  return { ...app, store: { ...app.store, write } }
}

test('what a fault of the database left waiting is read without another document, whoever is told of it', async () => {
  await receive('a.txt')
  let told = 0
  const reading = createReading(without(region.app, 2), () => {
    told += 1
    throw new Error('planted: nobody to tell')
  })
  try {
    reading.start()
    await expect.poll(states, { timeout: 30_000 }).toEqual(['read'])
    expect(told).toBe(2)
    // The run is over and the next one begins at once.
    await receive('b.txt')
    reading.start()
    await expect.poll(states, { timeout: 30_000 }).toEqual(['read', 'read'])
  } finally {
    await reading.stop()
  }
})

test('when stopped, ends the document that is being read and leaves the others waiting', async () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await receive(name)
  const { reader } = region.app
  let letGo = () => {}
  let began = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const reached = new Promise<void>((resolve) => (began = resolve))
  const slow: typeof reader = {
    ...reader,
    read: async (given) => {
      began()
      await held
      return reader.read(given)
    },
  }
  const faults: unknown[] = []
  const reading = createReading({ ...region.app, reader: slow }, (error) => void faults.push(error))
  reading.start()
  await reached
  const stopped = reading.stop()
  reading.start()
  letGo()
  await stopped
  expect(await states()).toEqual(['read', 'received', 'received'])
  expect(faults).toEqual([])
})
