import { call, type CallOf, type RefusalReply, type Route, type Send } from '@gangmu/contract'
import type { z } from 'zod'

export type Refusals = RefusalReply['refusals']

/** A call the server refused, or that did not reach it (status 0). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly refusals: Refusals,
  ) {
    super(refusals[0]?.code ?? `status ${status}`)
  }
}

const send: Send = (url, init) => fetch(url, init as RequestInit)

/** Calls a route; throws `Refused` where there is no reply. */
export async function ask<R extends Route>(route: R, given: CallOf<R> = {}): Promise<z.output<R['reply']>> {
  const answer = await call(send, route, given)
  if (answer.ok) return answer.value
  throw new Refused(answer.status, answer.refusals)
}
