import { makeAccounts, accounts } from '@gangmu/app'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { openRegion, type Region } from '../../app/test/region.js'
import { createServer, createSessions, hashPassword, type ServerDeps } from '../src/index.js'

export interface Host {
  readonly host: FastifyInstance
  readonly region: Region
  /** What went wrong in us so far: empty where nothing did. */
  readonly faults: readonly Error[]
  /** Cookies of somebody signed in; null is nobody. */
  readonly signIn: (username: string) => Promise<string>
  readonly close: () => Promise<void>
}

export const password = 'test-password'

/** The host over a database of its own, everybody of the test place with an account, or nobody. */
export async function openHost({
  accounts: wanted = true,
  ...given
}: Partial<ServerDeps> & { readonly accounts?: boolean } = {}): Promise<Host> {
  const region = await openRegion()
  const hash = await hashPassword(password)
  const people = wanted ? await accounts(region.app) : []
  await makeAccounts(
    region.app,
    people.map((it) => ({ ...it, password: hash })),
  )
  const faults: Error[] = []
  const host = await createServer({
    app: region.app,
    sessions: createSessions(region.app, region.pool),
    pages: null,
    version: 'test',
    onFault: ({ error }) => void faults.push(error),
    signInsPerMinute: 1000,
    ...given,
  })
  return {
    host,
    region,
    faults,
    signIn: async (username) => cookiesOf(await host.inject(signInCall(username, password))),
    close: async () => {
      await host.close()
      await region.close()
    },
  }
}

export function signInCall(username: string, guess: string): InjectOptions {
  return { method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password: guess } }
}

function cookiesOf(reply: {
  readonly statusCode: number
  readonly body: string
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
}): string {
  if (reply.statusCode !== 200) throw new Error(`not signed in: ${reply.statusCode} ${reply.body}`)
  return reply.cookies.map((it) => `${it.name}=${encodeURIComponent(it.value)}`).join('; ')
}

/** One file as a browser sends it. */
export function fileCall(url: string, name: string, bytes: Buffer, cookie: string): InjectOptions {
  const boundary = 'gangmu-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n`
  return {
    method: 'POST',
    url,
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
