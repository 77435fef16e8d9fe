import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pledge } from '../../test/place.js'
import { type Region, openRegion, value } from '../../test/region.js'
import { getDocument, readPending, receiveDocument } from '../index.js'

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
