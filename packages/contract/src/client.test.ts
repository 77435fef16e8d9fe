import { expect, it } from 'vitest'
import { call } from './client.js'
import { refusalReply } from './route.js'
import { sessionRoutes } from './session.js'

const replies = [
  { refusals: [{ code: 'unit.unknown', path: 'unit', facts: { id: 'x' } }] },
  { refusals: [] },
  { refusals: [{ code: 'unit.unknown', path: 'unit' }] },
  { refusals: [{ code: 1, path: 'unit', facts: {} }] },
  { refusals: 'none' },
  { error: 'bad gateway' },
  null,
]

it('takes for refusals what their schema takes, and nothing else', async () => {
  for (const reply of replies) {
    const answer = await call(async () => ({ status: 422, json: async () => reply }), sessionRoutes.place)
    const read = refusalReply.safeParse(reply)
    expect(answer).toEqual({ ok: false, status: 422, refusals: read.success ? read.data.refusals : [] })
  }
})
