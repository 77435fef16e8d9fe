import { type Authz, type Route, routes } from '@gangmu/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Host, openHost } from '../test/host.js'

/** Who may call what, written by hand: a route that changes its class, or a class its meaning, shows here. */
const classes: Readonly<Record<string, Authz>> = {
  'GET /api/place': 'anyone',
  'GET /api/me': 'signed-in',
  'GET /api/units': 'signed-in',
  'GET /api/coverage': 'signed-in',
  'GET /api/tiles': 'signed-in',
  'GET /api/documents': 'signed-in',
  'GET /api/documents/:id': 'signed-in',
  'GET /api/documents/:id/counterparts': 'signed-in',
  'GET /api/documents/:id/drift': 'signed-in',
  'POST /api/documents': 'office',
  'POST /api/documents/:id/repairs': 'office',
  'POST /api/findings/:id/decision': 'office',
  'GET /api/documents/:id/changes': 'signed-in',
  'GET /api/documents/:id/watch': 'signed-in',
  'POST /api/documents/:id/presence': 'office',
  'GET /api/commitments': 'signed-in',
  'GET /api/commitments/:id': 'signed-in',
  'POST /api/commitments/:id/actions': 'office',
  'POST /api/commitments/dispatch': 'office',
  'POST /api/evidence': 'office',
  'GET /api/commitments/:id/evidence/:sha256': 'signed-in',
  'GET /api/themes': 'signed-in',
  'GET /api/overview': 'signed-in',
  'GET /api/entries': 'entries',
  'GET /api/people': 'administrator',
  'GET /api/reorganisations': 'signed-in',
  'POST /api/reorganisations': 'office',
  'GET /api/reorganisations/:id': 'signed-in',
  'POST /api/reorganisations/:id': 'office',
  'GET /api/reorganisations/:id/preview': 'signed-in',
  'POST /api/reorganisations/:id/publication': 'office',
  'POST /api/reorganisations/:id/undoing': 'office',
}

const people = ['nobody', 'office', 'zone', 'auditor', 'administrator', 'disabled'] as const
type Role = (typeof people)[number]
const usernames = {
  office: 'shiban',
  zone: 'kechuang',
  auditor: 'shenji',
  administrator: 'guanli',
  disabled: 'xiping',
} as const

const verdicts: Readonly<Record<Authz, Readonly<Record<Role, 'in' | 401 | 403>>>> = {
  anyone: { nobody: 'in', office: 'in', zone: 'in', auditor: 'in', administrator: 'in', disabled: 'in' },
  'signed-in': { nobody: 401, office: 'in', zone: 'in', auditor: 'in', administrator: 'in', disabled: 401 },
  office: { nobody: 401, office: 'in', zone: 'in', auditor: 403, administrator: 403, disabled: 401 },
  entries: { nobody: 401, office: 403, zone: 403, auditor: 'in', administrator: 'in', disabled: 401 },
  administrator: { nobody: 401, office: 403, zone: 403, auditor: 403, administrator: 'in', disabled: 401 },
}

/** Nearer than the class of the route: drafts of the map are for the office of the city, and for who reads all. */
const drafts: Readonly<Partial<Record<Role, 403>>> = { zone: 403, administrator: 403 }
const nearer: Readonly<Record<string, typeof drafts>> = {
  'GET /api/reorganisations': drafts,
  'GET /api/reorganisations/:id': drafts,
  'GET /api/reorganisations/:id/preview': drafts,
}

const all = Object.values(routes).flatMap((ofNoun) => Object.values(ofNoun as Record<string, Route>))

let open: Host
const cookies = new Map<Role, string>()
beforeAll(async () => {
  open = await openHost()
  for (const [role, username] of Object.entries(usernames)) {
    cookies.set(role as Role, await open.signIn(username))
  }
  // Disabled while signed in: the cookie is good, the person is not.
  await open.region.pool.query(`update person set disabled = true where username = 'xiping'`)
})
afterAll(() => open?.close())

describe('who may call', () => {
  it('is said for every route, and for no other', () => {
    expect(all.map((route) => `${route.method} ${route.path}`).toSorted()).toEqual(
      Object.keys(classes).toSorted(),
    )
  })

  it.each(all.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (name, route) => {
      expect(route.authz).toBe(classes[name])
      for (const role of people) {
        const url = route.path
          .replace(':id', '01a20e17-0000-7000-8000-000000000000')
          .replace(':sha256', 'a'.repeat(64))
        const cookie = cookies.get(role)
        // A write with nothing in it: whoever is let in is told what is missing, and nothing is written.
        const reply = await open.host.inject({
          method: route.method,
          url,
          headers: cookie === undefined ? {} : { cookie },
        })
        const wanted = nearer[name]?.[role] ?? verdicts[classes[name] ?? 'anyone'][role]
        const code = reply.json<{ refusals?: { code: string }[] }>().refusals?.[0]?.code
        if (wanted === 'in') {
          expect([200, 400, 404], `${role}: ${reply.body.slice(0, 200)}`).toContain(reply.statusCode)
        } else {
          expect([reply.statusCode, code], role).toEqual([
            wanted,
            wanted === 401 ? 'session.none' : 'access.denied',
          ])
        }
      }
      expect(open.faults).toEqual([])
    },
  )
})

describe('an id that is none', () => {
  it.each([
    ['/api/documents/not-an-id', 'document.unknown'],
    ['/api/documents/not-an-id/counterparts', 'document.unknown'],
    ['/api/documents/not-an-id/drift?against=nor-this', 'document.unknown'],
    ['/api/commitments/not-an-id', 'commitment.unknown'],
    [`/api/commitments/not-an-id/evidence/${'a'.repeat(64)}`, 'commitment.unknown'],
  ])('%s is answered like one that is not there', async (url, code) => {
    const reply = await open.host.inject({ url, headers: { cookie: cookies.get('office') ?? '' } })
    expect(open.faults).toEqual([])
    expect([reply.statusCode, reply.json().refusals[0].code]).toEqual([404, code])
  })
})
