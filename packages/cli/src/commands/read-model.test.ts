import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScriptedModel, finds, key, raw, scriptedModel } from '../../../app/test/scripted-model.js'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const meeting = fileURLToPath(new URL('../../test/fixtures/meeting.txt', import.meta.url))

let server: ScriptedModel
let model: Record<string, string>
beforeAll(async () => {
  server = await scriptedModel()
  model = {
    GANGMU_MODEL_URL: `http://127.0.0.1:${server.port}/v1`,
    GANGMU_MODEL_KEY: key,
    GANGMU_MODEL_NAME: 'scripted',
  }
})
afterAll(() => server.close())

/** Not at once and waited for, as other calls are tested: the model answers from this process. */
async function gangmu(args: readonly string[], env: Record<string, string> = {}) {
  const words = ['--conditions=source', '--import', 'tsx', main, ...args]
  const child = spawn(process.execPath, words, {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (part: Buffer) => (stdout += part.toString()))
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()))
  const [status] = await once(child, 'close')
  expect(stdout + stderr).not.toContain(key)
  return { stdout, stderr, status }
}

const rowsOf = (lines: string): Record<string, unknown>[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('gangmu read --model', { timeout: 120_000 }, () => {
  it('adds rows that say whose they are behind rows that are as without it', async () => {
    server.play(finds({ kind: 'entity', quote: '推进会', type: 'mechanism', name: '推进会' }))
    const { stdout, stderr, status } = await gangmu(['read', meeting, '--json', '--model'], model)
    const [, ...rows] = rowsOf(stdout)
    const [, ...alone] = rowsOf((await gangmu(['read', meeting, '--json'], model)).stdout)
    expect(rows.slice(0, -1)).toEqual(alone)
    expect(rows.at(-1)).toMatchObject({ kind: 'entity', rule: 'model', source: 'model', name: '推进会' })
    expect(alone.some((row) => 'source' in row)).toBe(false)
    expect(stderr).toContain('模型 scripted 另提出 1 条')
    expect(status).toBe(0)
    // The second call did not say --model: one question in all.
    expect(server.asked).toHaveLength(1)
  })

  it('marks in the table what the model proposes', async () => {
    const quote = '云泽市召开功能区建设推进会'
    server.play(finds({ kind: 'action', quote, text: '召开', modality: 'commitment', operational: true }))
    expect((await gangmu(['read', meeting, '--model'], model)).stdout).toMatch(/\[模型提出\] 云泽市召开/)
  })

  it('reads by the rules where the model fails, and says so', async () => {
    server.play(raw(500, { 'retry-after': '0' }, `{"error":"${key}"}`))
    const { stdout, stderr, status } = await gangmu(['read', meeting, '--json', '--model'], model)
    expect(stdout).toBe((await gangmu(['read', meeting, '--json'])).stdout)
    expect(stderr).toContain('模型未参与：对方出错（scripted）')
    expect(status).toBe(0)
  })

  it('is refused without a model, with half of one, and with an address that is none', async () => {
    const none = await gangmu(['read', meeting, '--model'])
    expect(none).toMatchObject({ stdout: '', status: 1 })
    expect(none.stderr).toContain('model.not-set')
    const half = await gangmu(['read', meeting, '--model'], { GANGMU_MODEL_KEY: key })
    expect(half.stderr).toMatch(/GANGMU_MODEL_URL: model\.half-set.*\n.*GANGMU_MODEL_NAME: model\.half-set/)
    const wrong = await gangmu(['read', meeting, '--model'], { ...model, GANGMU_MODEL_URL: 'me:secret@host' })
    expect(wrong.stderr).toContain('GANGMU_MODEL_URL: model.bad-setting')
    expect(wrong.stderr).not.toContain('secret')
  })

  it('a start with half a model ends before anything is made', async () => {
    const { stderr, status } = await gangmu(['serve'], { GANGMU_MODEL_NAME: 'scripted' })
    expect(stderr).toMatch(/GANGMU_MODEL_URL.*\[model\.half-set\]/)
    expect(status).toBe(2)
  })
})
