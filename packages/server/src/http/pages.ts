import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import { refusal } from '@gangmu/core'
import type { FastifyInstance } from 'fastify'
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
      index: 'index.html',
      preCompressed: true,
      // A route a file: an address that is none goes straight to the page, and no path is ever put together.
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.header('cache-control', path.startsWith(hashed) ? YEAR : 'no-cache'),
    })
  }
  host.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const page =
      built && request.method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/assets/')
    return page
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : refuse(reply, [refusal('route.unknown', path, { method: request.method })])
  })
}
