import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScriptedModel, hangs, key, scriptedModel } from '../../../app/test/scripted-model.js'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'gangmu-start-model-'))

let server: ScriptedModel
beforeAll(async () => {
  server = await scriptedModel()
})
afterAll(async () => {
  await server.close()
  rmSync(home, { recursive: true, force: true })
})

test('a start says where the words go, and ends while a model is asked', { timeout: 180_000 }, async () => {
  server.play(hangs())
  const main = join(root, 'packages/cli/src/main.ts')
  const words = ['--conditions=source', '--import', 'tsx', main, 'start', '--port', '0', '--data', home]
  const child = spawn(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: '',
      LC_ALL: '',
      LANG: 'en_US.UTF-8',
      GANGMU_MODEL_URL: `http://127.0.0.1:${server.port}/v1`,
      GANGMU_MODEL_KEY: key,
      GANGMU_MODEL_NAME: 'scripted',
      // Longer than this test waits.
      GANGMU_MODEL_TIMEOUT: '600',
    },
  })
  let output = ''
  child.stdout.on('data', (part: Buffer) => (output += part.toString()))
  child.stderr.on('data', (part: Buffer) => (output += part.toString()))
  const ended = once(child, 'exit')
  try {
    await expect.poll(() => server.asked.length, { timeout: 120_000 }).toBeGreaterThan(0)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  } finally {
    child.kill('SIGKILL')
  }
  expect(output).toContain(`The text of documents goes to 127.0.0.1:${server.port}`)
  expect(output).not.toContain(key)
})
