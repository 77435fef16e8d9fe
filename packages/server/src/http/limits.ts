import { type Refusal, refusal } from '@gangmu/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './reply.js'

/** Who or what a request is counted under; null where it is not counted. */
type KeyOf = (request: FastifyRequest) => string | null

/** So many requests a minute under one key; the rate limiter has to be registered before. */
export interface Limit {
  readonly perMinute: number
  readonly key: KeyOf
}

/** A hook that refuses with `request.too-many` once any of the limits is used up. Every request counts under each. */
export function limited(host: FastifyInstance, limits: readonly Limit[]) {
  const counts = limits.map(({ perMinute, key }) => ({
    key,
    count: host.createRateLimit({
      max: perMinute,
      timeWindow: '1 minute',
      keyGenerator: (request) => key(request) ?? '',
    }),
  }))
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    let wait = 0
    for (const { key, count } of counts) {
      if (key(request) === null) continue
      const counted = await count(request)
      if (!counted.isAllowed && counted.isExceeded) wait = Math.max(wait, counted.ttlInSeconds)
    }
    return wait === 0 ? undefined : tooMany(reply, wait)
  }
}

export function tooMany(reply: FastifyReply, seconds: number): FastifyReply {
  return refuse(reply.header('retry-after', seconds), [tooManyRequests(seconds)])
}

function tooManyRequests(seconds: number): Refusal {
  return refusal('request.too-many', '/', { seconds })
}

export const byAddress: KeyOf = (request) => request.ip
