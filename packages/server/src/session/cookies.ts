import type { FastifyReply, FastifyRequest } from 'fastify'

/** Passes the library's cookies on; where the way here is encrypted they never travel in the clear. */
export function giveCookies(request: FastifyRequest, reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) {
    reply.header('set-cookie', request.protocol === 'https' ? `${cookie}; Secure` : cookie)
  }
}
