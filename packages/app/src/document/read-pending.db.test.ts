import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Subject } from '@gangmu/core'
import { createPool } from '@gangmu/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pledge } from '../../test/place.js'
import { type Region, openRegion, value } from '../../test/region.js'
import { type App, getDocument, listEntries, readPending, receiveDocument } from '../index.js'

const script = fileURLToPath(new URL('../../test/read-and-hang.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../..', import.meta.url))

let region: Region
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

test('a document whose reader was killed is read again, once, and not while the reader lives', async () => {
  const board = await region.as('donglu')
  const bytes = new TextEncoder().encode(pledge)
  const { id } = value(await receiveDocument(region.app, board, { name: 'a.txt', bytes }))
  const words = ['--conditions=source', '--import', 'tsx', script, JSON.stringify(region.database.connection)]
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    expect(said.toString()).toContain('reading')
    const state = async () => value(await getDocument(region.app, board, { id })).document.state
    expect(await state()).toBe('reading')
    expect(await readPending(region.app)).toEqual({ read: 0, refused: 0 })

    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    // PostgreSQL needs a moment to notice; nobody may read it twice meanwhile.
    let read = 0
    await expect
      .poll(
        async () => {
          const both = await Promise.all([readPending(region.app), readPending(region.app)])
          read += both.reduce((sum, it) => sum + it.read, 0)
          return state()
        },
        { timeout: 20_000 },
      )
      .toBe('read')
    expect(read).toBe(1)
    const { rows } = await region.pool.query('select count(*)::int as n from reading')
    expect(rows[0].n).toBe(1)
  } finally {
    child.kill('SIGKILL')
  }
})

describe('a document', () => {
  let board: Subject
  beforeAll(async () => {
    board = await region.as('donglu')
  })
  const receive = async (name: string) => {
    const bytes = new TextEncoder().encode(`双桥镇年内建成两座泵站（${name.replace('again-', '')}）。`)
    return value(await receiveDocument(region.app, board, { name, bytes }))
  }
  const row = async (id: string) => {
    const given = await region.pool.query(
      `begin; select set_config('gangmu.read_units', '*', true);
       select state, attempts, refusal->>'code' as refusal from document where id = '${id}'; commit`,
    )
    return (given as unknown as { rows: Record<string, unknown>[] }[])[2]?.rows[0]
  }
  const killed = (id: string, times: number) =>
    region.pool.query(
      `begin; select set_config('gangmu.read_units', '*', true), set_config('gangmu.write_units', '*', true);
       update document set state = 'reading', attempts = ${times} where id = '${id}'; commit`,
    )
  const readBy = (read: App['reader']['read']): App => ({
    ...region.app,
    reader: { ...region.app.reader, read },
  })

  test('refused by the reading is read again when the same unit drops the same bytes', async () => {
    const { id } = await receive('refused.txt')
    const broken = readBy(() => Promise.reject(new Error('planted')))
    expect(await readPending(broken)).toEqual({ read: 0, refused: 1 })
    expect(await receive('again-refused.txt')).toEqual({ id, known: false })
    expect(await row(id)).toEqual({ state: 'received', attempts: 0, refusal: null })
    expect(await receive('again-refused.txt')).toEqual({ id, known: true })
    expect(await readPending(region.app)).toEqual({ read: 1, refused: 0 })
    expect(await receive('again-refused.txt')).toEqual({ id, known: true })
    expect((await row(id))?.['state']).toBe('read')
    const { entries } = value(await listEntries(region.app, await region.as('shenji'), {}))
    const lines = entries.filter((it) => it.subject === id).map((it) => it.kind)
    expect(lines).toEqual(['document.receive', 'document.receive'])
  })

  test('whose reader was killed a few times is read; one that kills it every time is not for ever', async () => {
    const { id: sound } = await receive('unlucky.txt')
    const { id: deadly } = await receive('deadly.txt')
    await killed(sound, 5)
    await killed(deadly, 20)
    expect(await readPending(region.app)).toEqual({ read: 1, refused: 1 })
    expect(await row(sound)).toMatchObject({ state: 'read' })
    expect(await row(deadly)).toMatchObject({ state: 'refused', refusal: 'document.unreadable' })
  })

  /** Runs `work` while the database does `deed` to each reading that is written, in PL/pgSQL. */
  const planted = async (deed: string, work: () => Promise<void>) => {
    const pool = createPool({ connection: region.database.admin })
    try {
      await pool.query(`create sequence public.planted; grant usage on sequence public.planted to public;
        create function public.planted() returns trigger language plpgsql as
          $$ begin ${deed}; return new; end $$;
        create trigger planted before insert on gangmu.reading
          for each row execute function public.planted()`)
      await work()
    } finally {
      await pool.query(`drop trigger planted on gangmu.reading; drop function public.planted();
        drop sequence public.planted`)
      await pool.end()
    }
  }

  test('whose transaction PostgreSQL ended has used up no attempt, and the error is told', async () => {
    const { id } = await receive('cut.txt')
    await planted('perform pg_terminate_backend(pg_backend_pid())', async () => {
      await expect(readPending(region.app)).rejects.toThrow()
    })
    expect(await row(id)).toEqual({ state: 'reading', attempts: 0, refusal: null })
    expect(await readPending(region.app)).toEqual({ read: 1, refused: 0 })
  })

  test('is read once, in no transaction, however often PostgreSQL asks for its transaction again', async () => {
    const { id } = await receive('again.txt')
    const open: number[] = []
    const counted = readBy(async (given) => {
      const { rows } = await region.pool.query(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      )
      open.push(rows[0].n)
      return region.app.reader.read(given)
    })
    const deed = `if nextval('public.planted') < 3 then raise 'planted' using errcode = '40001'; end if`
    await planted(deed, async () => {
      expect(await readPending(counted)).toEqual({ read: 1, refused: 0 })
    })
    expect(open).toEqual([0])
    expect(await row(id)).toEqual({ state: 'read', attempts: 1, refusal: null })
  })

  test('that another claimed meanwhile is left to him', async () => {
    const { id } = await receive('taken.txt')
    const late = readBy(async (given) => {
      await killed(id, 2)
      return region.app.reader.read(given)
    })
    expect(await readPending(late)).toEqual({ read: 0, refused: 0 })
    expect(await row(id)).toEqual({ state: 'reading', attempts: 2, refusal: null })
    expect(await readPending(region.app)).toEqual({ read: 1, refused: 0 })
  })

  test('whose reading the database cannot hold is refused and keeps no other waiting', async () => {
    const { id } = await receive('nul.txt')
    const { id: other } = await receive('other.txt')
    const odd = readBy(async (given) => {
      const read = await region.app.reader.read(given)
      if (given.name !== 'nul.txt') return read
      return { ...read, reading: { ...read.reading, facts: { ...read.reading.facts, title: 'a\0b' } } }
    })
    expect(await readPending(odd)).toEqual({ read: 1, refused: 1 })
    expect((await row(id))?.['state']).toBe('refused')
    expect((await row(other))?.['state']).toBe('read')
  })
})
