import type { z } from 'zod'
import type { RefusalReply, Route } from './route.js'

/** What a call brings back: the reply, the refusals, or that nothing was heard. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly refusals: RefusalReply['refusals'] }

interface Sent {
  readonly method: string
  readonly credentials: 'same-origin'
  readonly headers: Record<string, string>
  readonly body?: unknown
}
/** The part of `fetch` the client needs, so that it can be given one. */
export type Send = (url: string, init: Sent) => Promise<{ readonly status: number; json(): Promise<unknown> }>

export interface CallOf<R extends Route> {
  readonly params?: z.input<R['params']>
  readonly query?: z.input<R['query']>
  readonly body?: z.input<R['body']>
  /** A FormData for multipart routes. */
  readonly form?: unknown
}

/** Calls one route. Status 0 with no refusals: the server was not reached. */
export async function call<R extends Route>(
  send: Send,
  route: R,
  given: CallOf<R> = {},
): Promise<Answer<z.output<R['reply']>>> {
  const body = given.form ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  const init: Sent = {
    method: route.method,
    credentials: 'same-origin',
    headers: given.form === undefined && body !== undefined ? { 'content-type': 'application/json' } : {},
    ...(body === undefined ? {} : { body }),
  }
  let response: Awaited<ReturnType<Send>>
  try {
    response = await send(urlOf(route, given), init)
  } catch {
    return { ok: false, status: 0, refusals: [] }
  }
  const json = await response.json().catch(() => null)
  if (response.status >= 200 && response.status < 300) {
    return { ok: true, value: json as z.output<R['reply']> }
  }
  return { ok: false, status: response.status, refusals: refusalsIn(json) }
}

// By hand, so that a browser may call routes without loading a schema: what `refusalReply` says of the parts that
// a reader of refusals touches. A reply that is something else carries none.
function refusalsIn(json: unknown): RefusalReply['refusals'] {
  if (!isObject(json) || !Array.isArray(json['refusals'])) return []
  return json['refusals'].every(isRefusal) ? json['refusals'] : []
}

function isRefusal(it: unknown): it is RefusalReply['refusals'][number] {
  return (
    isObject(it) && typeof it['code'] === 'string' && typeof it['path'] === 'string' && isObject(it['facts'])
  )
}

function isObject(it: unknown): it is Readonly<Record<string, unknown>> {
  return typeof it === 'object' && it !== null && !Array.isArray(it)
}

/** The address of a call: parameters in place, query sorted, absent values left out. */
export function urlOf<R extends Route>(route: R, given: Pick<CallOf<R>, 'params' | 'query'>): string {
  const params = (given.params ?? {}) as Record<string, string>
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const query = Object.entries((given.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .sort()
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}
