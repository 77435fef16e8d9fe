import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Held, end, hold, kill, postmasterOf, serversIn, start } from '../../test/holder.js'
import { readPostmaster, stopHolders } from './holders.js'

let home: string
let folder: string
let held: Held[]

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gangmu-life-')))
  folder = join(home, 'data')
  held = []
})
afterEach(async () => {
  for (const one of held)
    if (one.process.exitCode === null && one.process.signalCode === null) await kill(one)
  if (existsSync(join(folder, 'pg'))) await stopHolders(join(folder, 'pg'))
  rmSync(home, { recursive: true, force: true })
})

async function open(): Promise<Held> {
  const one = await hold(folder)
  held.push(one)
  return one
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(10)
}

function serverAfter(before: number): boolean {
  const now = readPostmaster(join(folder, 'pg'))
  return now !== null && now.pid !== before && now.ready
}

describe('a data folder', () => {
  it('keeps everything over a clean end, which leaves no server', async () => {
    const first = await open()
    expect(first).toMatchObject({ marks: 1, fsync: 'on' })
    expect(await end(first)).toBe(0)
    expect(serversIn(folder)).toEqual([])
    expect(await open()).toMatchObject({ marks: 2 })
  })

  it('is refused at once to a second process, which learns the first one’s number', async () => {
    const first = await open()
    const second = await open()
    expect(second.refusals).toEqual([
      { code: 'data.in-use', path: folder, facts: { pid: first.process.pid } },
    ])
    expect(serversIn(folder)).toHaveLength(1)
  })

  it('goes to one of two processes that start together', async () => {
    const both = await Promise.all([open(), open()])
    expect(both.map((one) => one.refusals?.[0]?.code ?? 'opened').toSorted()).toEqual([
      'data.in-use',
      'opened',
    ])
    expect(serversIn(folder)).toHaveLength(1)
  })

  it('survives the kill of the process, twice; the server that was left is not joined by a second', async () => {
    await kill(await open())
    const left = postmasterOf(folder)
    expect(serversIn(folder)).toEqual([left])
    const second = await open()
    expect(second).toMatchObject({ marks: 2 })
    expect(serversIn(folder)).toEqual([postmasterOf(folder)])
    expect(postmasterOf(folder)).not.toBe(left)
    await kill(second)
    expect(await open()).toMatchObject({ marks: 3 })
    expect(serversIn(folder)).toHaveLength(1)
  })

  it('survives the kill of process and server, twice', async () => {
    for (const marks of [1, 2]) {
      const one = await open()
      expect(one).toMatchObject({ marks })
      process.kill(postmasterOf(folder), 'SIGKILL')
      await kill(one)
    }
    expect(await open()).toMatchObject({ marks: 3 })
    expect(serversIn(folder)).toHaveLength(1)
  })

  it('has its server back after the server alone was killed, twice, at the same socket', async () => {
    const one = await open()
    for (const _ of [1, 2]) {
      const before = postmasterOf(folder)
      process.kill(before, 'SIGKILL')
      await until(() => serverAfter(before))
      const client = new pg.Client({ host: one.socket ?? '', user: 'gangmu_owner', database: 'gangmu' })
      await client.connect()
      expect((await client.query('select count(*)::int as marks from mark')).rows).toEqual([{ marks: 1 }])
      await client.end()
    }
    expect((await open()).refusals?.[0]?.code).toBe('data.in-use')
    expect(await end(one)).toBe(0)
    expect(serversIn(folder)).toEqual([])
  })

  it('is made anew after a first start killed halfway', async () => {
    const child = start(folder, {})
    await until(() => existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('pg.new-')))
    child.kill('SIGKILL')
    expect(await open()).toMatchObject({ marks: 1 })
    expect(readdirSync(folder).toSorted()).toEqual(['gangmu.json', 'lock', 'pg', 'postgres.log', 'socket'])
  })

  it('opens though a dead server’s number now belongs to another process', async () => {
    await end(await open())
    writeFileSync(join(folder, 'pg', 'postmaster.pid'), `${process.pid}\n${join(folder, 'pg')}\n`)
    expect(await open()).toMatchObject({ marks: 2 })
  })

  it('may have any name', async () => {
    folder = join(home, `数据, "a" 'b' %s`)
    expect(await open()).toMatchObject({ marks: 1, socket: join(folder, 'socket') })
  })

  it('may lie deeper than a socket’s name may be long', async () => {
    folder = join(home, '长'.repeat(20), '路'.repeat(20), 'data')
    mkdirSync(join(folder, '..'), { recursive: true })
    const first = await open()
    expect(first).toMatchObject({ marks: 1 })
    expect(first.socket?.startsWith(folder)).toBe(false)
    await end(first)
    expect(existsSync(first.socket ?? '')).toBe(false)
  })
})
