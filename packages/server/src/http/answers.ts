import { routes, urlOf } from '@gangmu/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mayBeSignedIn } from '../session/sessions.js'

/** Answers the screen would ask for at once, by the address of the call. */
export type Answers = Readonly<Record<string, unknown>>

const me = urlOf(routes.session.me, {})
const place = urlOf(routes.session.place, {})

/**
 * What a page of the screen asks first, asked for it of our own routes as the same person: the page carries the
 * answers, since on a slow PC each request costs more than its bytes. An answer that is a refusal is left out, and
 * the page asks itself; that nobody is signed in is an answer (null).
 */
export async function answersFor(host: FastifyInstance, request: FastifyRequest): Promise<Answers> {
  const known = mayBeSignedIn(request)
  const urls = [place, ...(known ? [me, ...pageReads(request.url)] : [])]
  const answers = await Promise.all(urls.map((url) => answer(host, request, url)))
  const given = urls.flatMap((url, at) => (answers[at] === undefined ? [] : [[url, answers[at]] as const]))
  return { ...(known ? {} : { [me]: null }), ...Object.fromEntries(given) }
}

/** What the overview is drawn from (packages/web/src/pages/overview/load.ts asks the same). */
function pageReads(url: string): readonly string[] {
  const { pathname, searchParams } = new URL(url, 'http://screen')
  if (pathname !== '/') return []
  const query = { unit: searchParams.get('unit') ?? undefined }
  return [
    urlOf(routes.overview.overview, { query }),
    urlOf(routes.unit.tiles, { query }),
    urlOf(routes.unit.list, {}),
  ]
}

async function answer(host: FastifyInstance, request: FastifyRequest, url: string): Promise<unknown> {
  const { cookie = '', host: name = '' } = request.headers
  const reply = await host.inject({ url, headers: { cookie, host: name } })
  return reply.statusCode === 200 ? (reply.json() as unknown) : undefined
}

/** As a block of data in a page, in which no text can end the block. */
export const answersBlock = (answers: Answers): string =>
  `<script type="application/json" id="answers">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>`
