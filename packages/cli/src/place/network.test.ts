import { expect, it } from 'vitest'
import { networkRefusal } from './network.js'

const demo = { password: 'test-password' }
const local = { host: '127.0.0.1', behindProxy: false, demoOnNetwork: false }

it.each(['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost', 'LOCALHOST'])(
  'a demo is served on the own machine: %s',
  (host) => expect(networkRefusal({ demo }, { ...local, host })).toBeNull(),
)

it.each(['0.0.0.0', '::', '10.0.0.7', 'gangmu.example', '127.0.0.1.example', '127', ''])(
  'a demo is not served beyond it unless that is asked for: %s',
  (host) => {
    expect(networkRefusal({ demo }, { ...local, host })).toEqual({
      code: 'server.demo-on-network',
      path: '--host',
      facts: { host },
    })
    expect(networkRefusal({ demo }, { ...local, host, demoOnNetwork: true })).toBeNull()
    expect(networkRefusal({ demo: null }, { ...local, host })).toBeNull()
  },
)

it('a demo is not served through a proxy unless that is asked for', () => {
  expect(networkRefusal({ demo }, { ...local, behindProxy: true })?.path).toBe('--behind-proxy')
  expect(networkRefusal({ demo }, { ...local, behindProxy: true, demoOnNetwork: true })).toBeNull()
  expect(networkRefusal({ demo: null }, { ...local, behindProxy: true })).toBeNull()
})
