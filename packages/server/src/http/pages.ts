import { existsSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { refusal } from '@gangmu/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answersBlock, answersFor } from './answers.js'
import { refuse } from './reply.js'

const YEAR = 'public, max-age=31536000, immutable'

/**
 * The screen: the files vite built, names with a hash kept for ever, and index.html for every path that is not of
 * the interface, so that an address of the screen can be opened anew. Without a build only the interface answers.
 */
export async function servePages(host: FastifyInstance, root: string | null): Promise<void> {
  const built = root !== null && existsSync(join(root, 'index.html'))
  if (built) {
    const { default: files } = await import('@fastify/static')
    const hashed = `${join(root, 'assets')}${sep}`
    await host.register(files, {
      root,
      // The page itself is put together below, with its answers in it.
      index: false,
      globIgnore: ['index.html', 'index.html.*'],
      preCompressed: true,
      // A route a file: an address that is none goes straight to the page, and no path is ever put together.
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.header('cache-control', path.startsWith(hashed) ? YEAR : 'no-cache'),
    })
  }
  const page = built ? readFileSync(join(root, 'index.html'), 'utf8') : ''
  const givePage = async (request: FastifyRequest, reply: FastifyReply) => {
    const answers = answersBlock(await answersFor(host, request, reply))
    // By a function: a dollar sign in an answer is no pattern.
    const filled = page.replace('</head>', () => `${answers}</head>`)
    // It holds what its person may see: kept nowhere, so that nobody finds it by going back.
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(filled)
  }
  if (built) host.get('/', givePage)
  host.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const isPage =
      built && request.method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/assets/')
    return isPage
      ? givePage(request, reply)
      : refuse(reply, [refusal('route.unknown', path, { method: request.method })])
  })
}
