import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Held, end, hold, kill } from '../../test/holder.js'
import { findBinaries, linkLibraries } from './binaries.js'
import { claimFolder, writeMarker } from './folder.js'
import { stopHolders } from './holders.js'
import { chooseIdentity, mapped, reduced } from './identity.js'

const root = process.getuid?.() === 0
/** Some ordinary user; not the owner of anything here. */
const person = 1000
const repository = fileURLToPath(new URL('../../../..', import.meta.url))
/** An ordinary user can only run what it may read. */
const personCanRead = root && spawnSync('test', ['-r', repository], { uid: person, gid: person }).status === 0

let home: string
let folder: string
let held: Held[]

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gangmu-folder-')))
  folder = join(home, 'data')
  held = []
})
afterEach(async () => {
  for (const one of held)
    if (one.process.exitCode === null && one.process.signalCode === null) await kill(one)
  if (existsSync(join(folder, 'pg'))) await stopHolders(join(folder, 'pg'))
  rmSync(home, { recursive: true, force: true })
})

async function open(options: { uid?: number; pack?: string } = {}): Promise<Held> {
  const one = await hold(folder, options)
  held.push(one)
  return one
}

function giveHomeTo(uid: number): void {
  chownSync(home, uid, uid)
  chmodSync(home, 0o700)
}

describe('a data folder is refused', () => {
  it('where it holds something else, and left as it was', async () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'letters.txt'), 'mine')
    expect((await open()).refusals).toEqual([
      { code: 'data.not-ours', path: folder, facts: { reason: 'holds letters.txt' } },
    ])
    expect(existsSync(join(folder, 'gangmu.json'))).toBe(false)
  })

  it('where it is a file', () => {
    writeFileSync(folder, '')
    expect(claimFolder(folder)).toMatchObject({ ok: false, refusals: [{ code: 'data.not-ours' }] })
    expect(claimFolder(join(folder, 'deeper'))).toMatchObject({
      ok: false,
      refusals: [{ code: 'data.not-ours' }],
    })
  })

  it.each(['', 'nonsense', 'null', '{}', '[]'])('where its marker is %j', (text) => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'gangmu.json'), text)
    expect(claimFolder(folder)).toMatchObject({ ok: false, refusals: [{ code: 'data.not-ours' }] })
  })

  it('where a newer version made it', () => {
    mkdirSync(folder)
    writeMarker(folder, { format: 99, pack: null })
    expect(claimFolder(folder)).toEqual({
      ok: false,
      refusals: [{ code: 'data.newer', path: folder, facts: { format: 99, known: 1 } }],
    })
  })

  it('where it is another pack’s', async () => {
    await end(await open({ pack: 'one' }))
    expect((await open({ pack: 'two' })).refusals).toEqual([
      { code: 'data.other-pack', path: folder, facts: { holds: 'one', asked: 'two' } },
    ])
    expect(await open({ pack: 'one' })).toMatchObject({ marks: 2 })
  })

  it.runIf(personCanRead)('where it may not be written', async () => {
    chmodSync(home, 0o755)
    expect((await open({ uid: person })).refusals?.[0]).toMatchObject({ code: 'data.not-writable' })
    await end(await open())
    expect((await open({ uid: person })).refusals?.[0]).toMatchObject({ code: 'data.not-writable' })
  })
})

describe('PostgreSQL runs', () => {
  it.runIf(personCanRead)('for an ordinary user in a home others may not enter', async () => {
    giveHomeTo(person)
    await kill(await open({ uid: person }))
    expect(await open({ uid: person })).toMatchObject({ marks: 2 })
    expect(statSync(join(folder, 'pg')).uid).toBe(person)
  })

  it.runIf(root)('for root in a home others may not enter, with files that stay root’s', async () => {
    giveHomeTo(0)
    await kill(await open())
    expect(await open()).toMatchObject({ marks: 2 })
  })

  it.runIf(root)('for root in somebody else’s home, where a user namespace does not reach', async () => {
    giveHomeTo(person)
    await kill(await open())
    expect(await open()).toMatchObject({ marks: 2 })
    expect(statSync(join(folder, 'pg')).uid).not.toBe(0)
  })

  it.runIf(personCanRead)('for root on an ordinary user’s folder, which stays that user’s', async () => {
    giveHomeTo(person)
    await end(await open({ uid: person }))
    expect(await open()).toMatchObject({ marks: 2 })
    await end(held[1] as Held)
    expect(await open({ uid: person })).toMatchObject({ marks: 3 })
  })

  it.runIf(root)('for root by either of the two ways', () => {
    const binaries = findBinaries()
    if (!binaries.ok) throw new Error('no binaries')
    const ways = [mapped(person), reduced(65534, 65534)].map((way) => {
      const [program, words] = way.wrap('id', ['-u'])
      return spawnSync(program, words, { encoding: 'utf8' }).stdout.trim()
    })
    expect(ways.every((uid) => /^[1-9]\d*$/.test(uid))).toBe(true)
    expect(chooseIdentity(home, binaries.value).ok).toBe(true)
  })
})

describe('the platform’s programs', () => {
  it('are refused by name where there are none, with the way out', () => {
    expect(findBinaries('sunos-x64')).toEqual({
      ok: false,
      refusals: [
        {
          code: 'database.no-embedded',
          path: 'DATABASE_URL',
          facts: { platform: 'sunos-x64', reason: 'platform', use: 'DATABASE_URL' },
        },
      ],
    })
  })

  it('get the library links that the package’s install script would have made', () => {
    const native = join(home, 'native')
    mkdirSync(join(native, 'lib'), { recursive: true })
    writeFileSync(join(native, 'lib', 'liba.so.1.2'), '')
    writeFileSync(join(native, 'lib', 'libb.so.1.2'), '')
    symlinkSync('libb.so.1.2', join(native, 'lib', 'libb.so'))
    const links = ['a', 'b'].map((name) => ({
      source: `native/lib/lib${name}.so.1.2`,
      target: `native/lib/lib${name}.so`,
    }))
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
    expect(linkLibraries(native)).toBeNull()
    expect(realpathSync(join(native, 'lib', 'liba.so'))).toBe(join(native, 'lib', 'liba.so.1.2'))
    expect(linkLibraries(native)).toBeNull()
  })
})
