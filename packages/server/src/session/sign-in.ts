import { type App, setupHolds, useSetup } from '@gangmu/app'
import { refusal } from '@gangmu/core'
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  preHandlerAsyncHookHandler,
  RouteHandlerMethod,
} from 'fastify'
import { z } from 'zod'
import { byAddress, limited } from '../http/limits.js'
import { refuse } from '../http/reply.js'
import { invalid, unstorable } from '../http/validate.js'
import { giveCookies } from './cookies.js'
import { hashPassword } from './password.js'
import type { Sessions } from './sessions.js'

const setup = z.strictObject({
  token: z.string().min(1).max(100),
  username: z.string().min(2).max(100),
  password: z.string().min(8).max(128),
})

/** From one address many people of an office may sign in, and at one name guesses may come from many addresses. */
const WIDER = 6

/**
 * The library's routes that are reachable; everything else it offers stays shut. Passwords are guessed at sign-in,
 * where guesses are counted by name and address together and by each alone, and at a change of password, where they
 * are counted by the person signed in.
 */
export function signInRoutes(host: FastifyInstance, app: App, sessions: Sessions, perMinute: number): void {
  const post = (url: string, guards: preHandlerAsyncHookHandler[], handler: RouteHandlerMethod) =>
    host.route({ method: 'POST', url, preHandler: [storable, ...guards], handler })
  const handOn: RouteHandlerMethod = (request, reply) => handOver(request, reply, sessions)

  const guesses = limited(host, [
    { perMinute, key: (request) => `${request.ip} ${nameIn(request)}` },
    { perMinute: perMinute * WIDER, key: byAddress },
    { perMinute: perMinute * WIDER, key: nameIn },
  ])
  post('/api/auth/sign-in/username', [guesses], handOn)
  post('/api/auth/sign-out', [], handOn)
  post('/api/auth/revoke-other-sessions', [], handOn)

  const person = new WeakMap<FastifyRequest, string>()
  const known: preHandlerAsyncHookHandler = async (request, reply) => {
    const subject = await sessions.subject(request, reply)
    if (subject === null) return refuse(reply, [refusal('session.none', '/', {})])
    person.set(request, subject.person)
  }
  const changes = limited(host, [{ perMinute, key: (request) => person.get(request) ?? null }])
  post('/api/auth/change-password', [known, changes], handOn)

  /** The first account of an installation without a demo, for the token its start printed. */
  post('/api/auth/setup', [limited(host, [{ perMinute, key: byAddress }])], async (request, reply) => {
    const given = setup.safeParse(request.body ?? {})
    if (!given.success) return refuse(reply, invalid('body', given.error))
    if (!(await setupHolds(app, given.data.token))) {
      return refuse(reply, [refusal('session.wrong-token', '/body/token', {})])
    }
    const password = await hashPassword(given.data.password)
    const done = await useSetup(app, { ...given.data, password })
    return done.ok ? reply.send({ ok: true }) : refuse(reply, done.refusals)
  })
}

const storable: preHandlerAsyncHookHandler = async (request, reply) => {
  const bad = unstorable('body', request.body ?? {})
  return bad.length === 0 ? undefined : refuse(reply, bad)
}

/** The name that is tried, as the library compares it. */
function nameIn(request: FastifyRequest): string {
  const body = request.body as { username?: unknown } | null | undefined
  return typeof body?.username === 'string' ? body.username.toLowerCase().slice(0, 200) : ''
}

async function handOver(
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: Sessions,
): Promise<FastifyReply> {
  const response = await sessions.handle(webRequest(request))
  giveCookies(request, reply, response.headers)
  // The library answers with the session's token; only the cookie, which no script can read, shall hold it.
  if (response.ok) return reply.send({ ok: true })
  if (response.status >= 500) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`)
  const code = response.status === 401 ? 'session.wrong-password' : 'request.invalid'
  return refuse(reply, [refusal(code, '/', {})])
}

/** The same request as the library wants it. The address is ours to say, whatever the request brought. */
function webRequest(request: FastifyRequest): Request {
  const headers = new Headers({ 'x-gangmu-address': request.ip, 'content-type': 'application/json' })
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  return new Request(`http://gangmu.invalid${request.url}`, {
    method: request.method,
    headers,
    body: JSON.stringify(request.body ?? {}),
  })
}
