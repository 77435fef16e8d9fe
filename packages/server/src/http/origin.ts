import { type Refusal, refusal } from '@gangmu/core'
import type { FastifyRequest } from 'fastify'

/**
 * Null where a write comes from our own pages, or from a program. A browser says with every write where it comes
 * from; a page of somebody else's is refused before the session is looked at.
 */
export function foreignWrite(request: FastifyRequest): Refusal | null {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return null
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const ours =
    origin === undefined
      ? site === undefined || site === 'same-origin' || site === 'none'
      : origin === `http://${request.host}` || origin === `https://${request.host}`
  return ours ? null : refusal('request.foreign-origin', '/', { origin: origin ?? String(site) })
}
