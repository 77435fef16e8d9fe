import { describe, expect, it } from 'vitest'
import { startOptions } from './start-options.js'

const optionsOf = (args: readonly string[], env: Record<string, string> = {}, demo = true) =>
  startOptions(args, env, demo)

describe('the options of a start', () => {
  it('have a default each', () => {
    expect(optionsOf([])).toEqual({
      ok: true,
      value: {
        pack: 'yunze',
        documents: [],
        host: '127.0.0.1',
        port: 4180,
        data: null,
        url: null,
        accept: false,
        demo: true,
        documentBytes: 20 * 1024 * 1024,
        behindProxy: false,
        demoOnNetwork: false,
      },
    })
  })

  it('take several documents after one option, and the environment where nothing is said', () => {
    expect(optionsOf(['--documents', 'a', 'b', '--accept'], { GANGMU_DATA: 'here' })).toMatchObject({
      ok: true,
      value: { documents: ['a', 'b'], accept: true, data: 'here' },
    })
    expect(optionsOf(['--data', 'there'], { GANGMU_DATA: 'here' })).toMatchObject({
      value: { data: 'there' },
    })
    expect(optionsOf([], { DATABASE_URL: 'postgres://x/y' })).toMatchObject({
      value: { url: 'postgres://x/y' },
    })
    expect(optionsOf(['--behind-proxy', '--demo-on-network'])).toMatchObject({
      value: { behindProxy: true, demoOnNetwork: true },
    })
    expect(optionsOf([], { GANGMU_TRUST_PROXY: '1' })).toMatchObject({ value: { behindProxy: true } })
    expect(optionsOf([], { GANGMU_TRUST_PROXY: '0' })).toMatchObject({ value: { behindProxy: false } })
    expect(optionsOf(['--no-demo'])).toMatchObject({ value: { demo: false } })
    expect(optionsOf([], {}, false)).toMatchObject({ value: { demo: false } })
  })

  it.each([
    ['--nothing'],
    ['stray'],
    ['--port', '70000'],
    ['--port', 'x'],
    ['--max-mb', '0'],
    ['--max-mb', '5000'],
  ])('refuse a wrong call: %s %s', (...args) => {
    expect(optionsOf(args.filter((it) => it !== undefined))).toMatchObject({
      ok: false,
      refusals: [{ code: 'call.wrong' }],
    })
  })
})
