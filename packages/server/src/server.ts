import { randomUUID } from 'node:crypto'
import type { App } from '@gangmu/app'
import { refusal } from '@gangmu/core'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { foreignWrite } from './http/origin.js'
import { servePages } from './http/pages.js'
import { refuse } from './http/reply.js'
import { createUploadGate, type UploadLimits, uploadLimits } from './http/upload-gate.js'
import { createStreams, type StreamLimits, streamLimits } from './http/streams.js'
import { bind, type Bound } from './route.js'
import { createReading } from './reading.js'
import { bound } from './routes/index.js'
import type { Sessions } from './session/sessions.js'
import { signInRoutes } from './session/sign-in.js'

export interface ServerDeps {
  readonly app: App
  readonly sessions: Sessions
  /** The folder of the built screen, or null for the interface alone. */
  readonly pages: string | null
  readonly version: string
  /** Where bugs are told to; the reply holds only the correlation id. */
  readonly onFault: (fault: { readonly correlation: string; readonly error: Error }) => void
  /** Guesses at one name from one address, in a minute; `session/sign-in.ts` says what else is counted. */
  readonly signInsPerMinute?: number
  /** Behind one proxy of our own, which sets X-Forwarded-For, -Host and -Proto. */
  readonly behindProxy?: boolean
  readonly uploads?: UploadLimits
  readonly watching?: StreamLimits
  /** The routes to serve; the contract's when absent. */
  readonly routes?: readonly Bound[]
}

const JSON_LIMIT = 1024 * 1024

/** The HTTP host, ready to listen or to be asked with `inject`. Closing it leaves the app open. */
export async function createServer(deps: ServerDeps): Promise<FastifyInstance> {
  const host = fastify({
    logger: false,
    // One hop: of what X-Forwarded-For says, only the last address is by the proxy; the rest is the caller's word.
    trustProxy: deps.behindProxy === true ? (_, hop) => hop === 0 : false,
    bodyLimit: JSON_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // An address that cannot be decoded comes past the handler of errors below.
    frameworkErrors: (error, _, reply) =>
      void refuse(reply, [refusal('request.invalid', '/', { problem: error.code, message: error.message })]),
    requestTimeout: 120_000,
  })
  await guard(host)
  faults(host, deps.onFault)
  host.get('/api/health', async () => ({ ok: true, product: 'gangmu', version: deps.version }))
  host.get('/api/openapi.json', async (_, reply) => {
    const { openApi } = await import('./openapi.js')
    return reply.send(openApi(deps.version))
  })
  signInRoutes(host, deps.app, deps.sessions, deps.signInsPerMinute ?? 10)
  const fault = (error: unknown) => deps.onFault({ correlation: randomUUID(), error: asError(error) })
  deps.app.live.faultsTo(fault)
  const reading = createReading(deps.app, fault)
  const streams = createStreams(deps.watching ?? streamLimits)
  const given = {
    streams,
    app: deps.app,
    subject: deps.sessions.subject,
    received: reading.start,
    gate: createUploadGate(deps.uploads ?? uploadLimits),
  }
  for (const it of deps.routes ?? bound) bind(host, given, it)
  // Streams end before the host waits for its open connections to end.
  host.addHook('preClose', async () => {
    streams.stop()
    await deps.app.live.stop()
  })
  // A document that is being read is read to its end before the database is closed; what waits, waits on.
  host.addHook('onClose', reading.stop)
  await servePages(host, deps.pages)
  return host
}

/** What stands before every route: load, headers, foreign pages, compression, one file at a time. */
async function guard(host: FastifyInstance): Promise<void> {
  const [pressure, helmet, compress, multipart, limit] = await Promise.all([
    import('@fastify/under-pressure'),
    import('@fastify/helmet'),
    import('@fastify/compress'),
    import('@fastify/multipart'),
    import('@fastify/rate-limit'),
  ])
  await host.register(pressure.default, {
    maxEventLoopDelay: 5000,
    pressureHandler: (_, reply) => void refuse(reply, [refusal('server.busy', '/', {})]),
  })
  await host.register(helmet.default, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // antd writes its styles into the page while it runs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Only a proxy in front of us knows whether the way here is encrypted.
    hsts: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await host.register(compress.default, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })
  await host.register(multipart.default, { throwFileSizeLimit: false, limits: { files: 1, parts: 2 } })
  await host.register(limit.default, { global: false })
  host.addHook('onRequest', (request, reply, next) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    const foreign = foreignWrite(request)
    if (foreign === null) next()
    else refuse(reply, [foreign])
  })
}

/** Our own mistakes: told with an id, never shown. What fastify itself refuses becomes a refusal like any other. */
function faults(host: FastifyInstance, tell: ServerDeps['onFault']): void {
  host.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return refuse(reply, [refusal('request.invalid', '/', { problem: error.code, message: error.message })])
    }
    tell({ correlation: request.id, error })
    return refuse(reply, [refusal('server.fault', '/', { correlation: request.id })])
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
