import { describe, expect, test } from 'vitest'
import { modelFrom } from './settings.js'

const whole = {
  GANGMU_MODEL_URL: 'https://model.example/v1/',
  GANGMU_MODEL_KEY: 'sk-not-to-be-seen',
  GANGMU_MODEL_NAME: 'some-model',
}

const refusedBy = (env: Record<string, string>) => {
  const result = modelFrom(env)
  return result.ok ? null : result.refusals.map((it) => [it.code, it.path])
}

describe('the model of the environment', () => {
  test('is none where nothing of it is set', () => {
    expect(modelFrom({ PATH: '/bin', GANGMU_MODEL_TIMEOUT: '5', GANGMU_MODEL_URL: ' ' })).toEqual({
      ok: true,
      value: null,
    })
  })

  test('is told to people without its key', () => {
    const model = modelFrom({ ...whole, GANGMU_MODEL_TIMEOUT: '20', GANGMU_MODEL_MAX_CHARACTERS: '5000' })
    expect(model).toMatchObject({
      ok: true,
      value: {
        name: 'some-model',
        host: 'model.example',
        limits: { callMs: 20_000, textMs: 60_000, characters: 5000 },
      },
    })
    expect(JSON.stringify(model)).not.toContain(whole.GANGMU_MODEL_KEY)
  })

  test.each(Object.keys(whole))('is refused without %s', (missing) => {
    const env = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== missing))
    expect(refusedBy(env)).toEqual([['model.half-set', missing]])
  })

  test.each([
    ['GANGMU_MODEL_URL', 'model.example/v1'],
    ['GANGMU_MODEL_URL', 'file:///etc/passwd'],
    ['GANGMU_MODEL_URL', 'https://me:secret@model.example/v1'],
    ['GANGMU_MODEL_KEY', 'sk-with a blank'],
    ['GANGMU_MODEL_KEY', 'sk-\u0000'],
    ['GANGMU_MODEL_NAME', 'a\nb'],
    ['GANGMU_MODEL_TIMEOUT', '-17'],
    ['GANGMU_MODEL_TIMEOUT', 'soon'],
    ['GANGMU_MODEL_MAX_CHARACTERS', '1e9'],
  ])('is refused with a %s of %j, and the refusal does not show it', (name, value) => {
    const result = modelFrom({ ...whole, [name]: value })
    expect(result).toMatchObject({ ok: false, refusals: [{ code: 'model.bad-setting', path: name }] })
    expect(JSON.stringify(result)).not.toContain(JSON.stringify(value).slice(1, -1))
  })
})
