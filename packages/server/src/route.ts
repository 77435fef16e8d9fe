import {
  mayAdminister,
  mayReadEntries,
  offices,
  refusal,
  type Refusal,
  type Result,
  type Subject,
} from '@gangmu/core'
import type { App } from '@gangmu/app'
import type { Authz, Route } from '@gangmu/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Events, Streams } from './http/streams.js'
import { answer, type Download, download, refuse, writerOf } from './http/reply.js'
import { type Upload, uploadOf } from './http/upload.js'
import { tooMany } from './http/limits.js'
import type { UploadGate } from './http/upload-gate.js'
import { invalid, type Part, unstorable } from './http/validate.js'

/** What a handler is given: everything checked, the file of a multipart route wholly here. */
interface Call<R extends Route = Route> {
  readonly app: App
  /** On a route for anyone: nobody, who holds no post. */
  readonly subject: Subject
  readonly params: z.output<R['params']>
  readonly query: z.output<R['query']>
  readonly body: z.output<R['body']>
  readonly file: Upload
  /** To be told that a document waits to be read. */
  readonly received: () => void
}

export type Handler<R extends Route = Route> = (
  call: Call<R>,
) => Promise<Result<z.output<R['reply']>>> | Promise<Result<Download>> | Promise<Result<Events>>

/** One handler a route: a route of the contract without one is a type error. */
export type HandlersOf<T extends Readonly<Record<string, Route>>> = { readonly [K in keyof T]: Handler<T[K]> }

export interface Bound {
  readonly route: Route
  readonly handler: Handler
  /** The noun of a refused file: `document`, `evidence`. */
  readonly noun: string
}

export interface RouteDeps {
  readonly app: App
  /** Who the request comes from, or null. */
  readonly subject: (request: FastifyRequest, reply: FastifyReply) => Promise<Subject | null>
  readonly received: () => void
  /** Counts the files each person sends. */
  readonly gate: UploadGate
  /** Replies that go on. */
  readonly streams: Streams
}

const nobody: Subject = { person: '', name: '', posts: [] }
const noFile: Upload = { name: '', bytes: new Uint8Array() }

/** Who may call at all. What they then see is decided row by row, by the verb. */
const admits: Readonly<Record<Authz, (subject: Subject) => boolean>> = {
  anyone: () => true,
  'signed-in': () => true,
  office: (subject) => offices(subject).length > 0,
  entries: mayReadEntries,
  administrator: mayAdminister,
}

/** Registers one route. Throws where the contract does not say who may call it. */
export function bind(host: FastifyInstance, deps: RouteDeps, { route, handler, noun }: Bound): void {
  const admit = admits[route.authz] as ((subject: Subject) => boolean) | undefined
  if (admit === undefined) throw new Error(`${route.method} ${route.path} does not say who may call it`)
  const writer = writerOf(route.reply)
  const answerTo = async (request: FastifyRequest, reply: FastifyReply, subject: Subject, input: Input) => {
    const limit = deps.app.limits.documentBytes
    const file = route.multipart === true ? await uploadOf(request, noun, limit) : null
    if (file?.ok === false) return refuse(reply, file.refusals)
    const given = { app: deps.app, subject, ...input, file: file?.value ?? noFile, received: deps.received }
    const result = await handler(given)
    if (!result.ok) return refuse(reply, result.refusals)
    if (isDownload(result.value)) return download(reply, result.value)
    const write = await writer()
    if (route.events === true) return deps.streams.begin(reply, subject.person, result.value as Events, write)
    return answer(reply, write(result.value))
  }
  host.route({
    method: route.method,
    url: route.path,
    // A compressor would hold events back until it has enough of them.
    ...(route.events === true ? { compress: false } : {}),
    handler: async (request, reply) => {
      const found = route.authz === 'anyone' ? nobody : await deps.subject(request, reply)
      if (found === null) return refuse(reply, [refusal('session.none', '/', {})])
      if (!admit(found)) return refuse(reply, [refusal('access.denied', '/', { needs: route.authz })])
      const read = inputOf(route, request)
      if (!read.ok) return refuse(reply, read.refusals)
      if (route.multipart !== true) return answerTo(request, reply, found, read.input)
      const entered = deps.gate.enter(found.person)
      if (!entered.ok) return tooMany(reply, entered.seconds)
      try {
        return await answerTo(request, reply, found, read.input)
      } finally {
        entered.leave()
      }
    },
  })
}

type Input = Pick<Call, 'params' | 'query' | 'body'>

/** Checks the three parts of a request and gathers what is wrong in any of them. */
function inputOf(
  route: Route,
  request: FastifyRequest,
): { ok: true; input: Input } | { ok: false; refusals: readonly Refusal[] } {
  const refusals: Refusal[] = []
  const parse = (part: Part, schema: z.ZodType, given: unknown): unknown => {
    const bad = unstorable(part, given)
    if (bad.length > 0) {
      refusals.push(...bad)
      return null
    }
    const read = schema.safeParse(given)
    if (read.success) return read.data
    refusals.push(...invalid(part, read.error))
    return null
  }
  const input = {
    params: parse('params', route.params, request.params),
    query: parse('query', route.query, request.query),
    body: route.multipart === true ? {} : parse('body', route.body, request.body ?? {}),
  }
  return refusals.length === 0 ? { ok: true, input } : { ok: false, refusals }
}

function isDownload(value: unknown): value is Download {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}
