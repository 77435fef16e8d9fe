import { routes, urlOf } from '@gangmu/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { giveCookies } from '../session/cookies.js'
import { mayBeSignedIn } from '../session/sessions.js'

/** Answers the screen would ask for at once, by the address of the call. */
export type Answers = Readonly<Record<string, unknown>>

const me = urlOf(routes.session.me, {})
const place = urlOf(routes.session.place, {})
/** Milliseconds a page waits for an answer it can ask for itself. */
const PATIENCE = 2000

/**
 * What a page of the screen asks first, asked for it of our own routes as the same person: the page carries the
 * answers, since on a slow PC each request costs more than its bytes. An answer that is a refusal, or late, is left
 * out, and the page asks itself; that nobody is signed in is an answer (null). The reply is given the cookies that
 * keep the session, as on any other call.
 */
export async function answersFor(
  host: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answers> {
  const known = mayBeSignedIn(request)
  // First alone: it is this call that renews the session.
  const mine = known
    ? await answer(host, request, me, (cookies) => giveCookies(request, reply, cookies))
    : null
  const urls = [place, ...(known ? pageReads(request.url) : [])]
  const answers = await Promise.all(urls.map((url) => answer(host, request, url)))
  const given = urls.flatMap((url, at) => (answers[at] === undefined ? [] : [[url, answers[at]] as const]))
  return { ...(mine === undefined ? {} : { [me]: mine }), ...Object.fromEntries(given) }
}

/** What the overview is drawn from (packages/web/src/pages/overview/load.ts asks the same). */
function pageReads(url: string): readonly string[] {
  const [path, search = ''] = url.split('?')
  if (path !== '/') return []
  const query = { unit: new URLSearchParams(search).get('unit') ?? undefined }
  return [
    urlOf(routes.overview.overview, { query }),
    urlOf(routes.unit.tiles, { query }),
    urlOf(routes.unit.list, {}),
  ]
}

async function answer(
  host: FastifyInstance,
  request: FastifyRequest,
  url: string,
  keep?: (cookies: Headers) => void,
): Promise<unknown> {
  const { cookie = '', host: name = '' } = request.headers
  const late = new Promise<null>((settle) => setTimeout(settle, PATIENCE, null).unref())
  const reply = await Promise.race([host.inject({ url, headers: { cookie, host: name } }), late])
  if (reply === null) return undefined
  const cookies = new Headers()
  for (const it of [reply.headers['set-cookie'] ?? []].flat()) cookies.append('set-cookie', it)
  keep?.(cookies)
  return reply.statusCode === 200 ? (reply.json() as unknown) : undefined
}

/** As a block of data in a page, in which no text can end the block. */
export const answersBlock = (answers: Answers): string =>
  `<script type="application/json" id="answers">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>`
