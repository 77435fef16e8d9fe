import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Part, buildStale, staleParts } from './stale.mjs'

let root: string
const build = `require('node:fs').writeFileSync('made', '')`
const part: Part = { name: 'thing', sources: ['src', 'lock'], results: ['made'], command: ['build.cjs'] }

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gangmu-stale-'))
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'src/a.ts'), 'one')
  writeFileSync(join(root, 'build.cjs'), build)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const isStale = (): boolean => staleParts(root, [part]).length > 0
const buildIt = (): Promise<boolean> => buildStale(root, () => undefined, [part])

it('builds once, and again only for changed contents, a new file, or a missing result', async () => {
  expect(isStale()).toBe(true)
  expect(await buildIt()).toBe(true)
  expect(isStale()).toBe(false)

  utimesSync(join(root, 'src/a.ts'), 1, 1)
  expect(isStale()).toBe(false)
  writeFileSync(join(root, 'src/a.test.ts'), 'a test is not built')
  expect(isStale()).toBe(false)

  writeFileSync(join(root, 'src/a.ts'), 'two')
  expect(isStale()).toBe(true)
  await buildIt()
  writeFileSync(join(root, 'lock'), '')
  expect(isStale()).toBe(true)
  await buildIt()
  rmSync(join(root, 'made'))
  expect(isStale()).toBe(true)
})

it('does not take a failed build for a built one', async () => {
  writeFileSync(join(root, 'build.cjs'), `${build}; process.exit(1)`)
  expect(await buildIt()).toBe(false)
  expect(isStale()).toBe(true)
})
