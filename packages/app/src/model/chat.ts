import type { ModelAnswer, ModelFailure } from '@gangmu/core'
import type { Message } from '@gangmu/text'
import { createRest } from './rest.js'
import { boundedText } from './bounded-text.js'
import type { Model, ModelLimits } from './model.js'

export interface ChatServer {
  readonly address: URL
  readonly key: string
  readonly name: string
  readonly limits: ModelLimits
  /** Milliseconds it is left alone after failing `failures` times in a row; a minute and 3 when absent. */
  readonly rest?: { readonly ms: number; readonly failures: number }
}

/** The longest answer that is read, in bytes. A passage gives a fraction of it. */
const LONGEST_ANSWER = 1024 * 1024
/** The longest a server may make one question wait before it is repeated, in milliseconds. */
const LONGEST_WAIT = 10_000
const USUAL_WAIT = 1000

/**
 * A server that speaks the OpenAI-compatible chat API. One POST to one address: no redirect is followed, so the text and
 * the key go nowhere else. Neither the key nor what a server says of an error leaves this file.
 */
export function createModel({ address, key, name, limits, rest: resting }: ChatServer): Model {
  const rest = createRest(resting ?? { ms: 60_000, failures: 3 })
  // Not every server knows them, and some models take no temperature.
  let extras: object = { temperature: 0, response_format: { type: 'json_object' } }
  return {
    name,
    host: address.host,
    limits,
    ask: async (messages, signal) => {
      if (rest.lasts()) return failed('resting')
      const answer = await within(limits.callMs, signal, (both) => ask(messages, both))
      // A question that was called off says nothing of the server.
      if (!signal.aborted) rest.heard(answer.ok ? null : answer.failure)
      return answer
    },
  }

  async function ask(messages: readonly Message[], signal: AbortSignal): Promise<ModelAnswer> {
    const first = await post(messages, signal, extras)
    if (!first.again) return first.answer
    await pause(first.wait, signal)
    const sent = first.plainly ? {} : extras
    const { answer } = await post(messages, signal, sent)
    // Only where leaving them out helped was it they that were refused, and not what was asked.
    if (first.plainly && answer.ok) extras = {}
    return answer
  }

  async function post(messages: readonly Message[], signal: AbortSignal, sent: object): Promise<Posted> {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify({
        model: name,
        messages,
        stream: false,
        ...sent,
      }),
      signal,
    })
    if (!response.ok) {
      // Not read: an error may hold anything.
      await response.body?.cancel()
      if (response.status === 400 && 'temperature' in sent) {
        return { answer: failed('rejected'), again: true, wait: 0, plainly: true }
      }
      return refusedWith(response)
    }
    if (!/[/+]json\b/i.test(response.headers.get('content-type') ?? '')) {
      await response.body?.cancel()
      return final(failed('not-an-answer'))
    }
    const body = await boundedText(response, LONGEST_ANSWER)
    return final(body === null ? failed('too-long') : answerIn(body))
  }
}

interface Posted {
  readonly answer: ModelAnswer
  /** Whether it is worth asking once more, and after how many milliseconds. */
  readonly again: boolean
  readonly wait: number
  /** Without the settings that not every server knows. */
  readonly plainly?: boolean
}

function final(answer: ModelAnswer): Posted {
  return { answer, again: false, wait: 0 }
}

function failed(failure: ModelFailure): ModelAnswer {
  return { ok: false, failure }
}

function refusedWith({ status, headers }: Response): Posted {
  if (status >= 300 && status < 400) return final(failed('redirected'))
  const busy = status === 429 || status === 503
  if (!busy && status < 500) return final(failed(status === 401 || status === 403 ? 'denied' : 'rejected'))
  const wait = waitOf(headers.get('retry-after'))
  const answer = failed(busy ? 'busy' : 'faulty')
  return { answer, again: wait <= LONGEST_WAIT, wait }
}

/** Seconds, or a date of HTTP. */
function waitOf(after: string | null): number {
  if (after === null) return USUAL_WAIT
  const ms = /^\d+$/.test(after.trim()) ? Number(after) * 1000 : Date.parse(after) - Date.now()
  return Number.isNaN(ms) ? USUAL_WAIT : Math.max(0, ms)
}

function answerIn(body: string): ModelAnswer {
  const reply = parsed(body)
  const choice = at(at(reply, 'choices'), '0')
  const content = at(at(choice, 'message'), 'content')
  if (typeof content !== 'string') return failed('not-an-answer')
  if (at(choice, 'finish_reason') === 'length') return failed('cut-short')
  const version = at(reply, 'model')
  const named = typeof version === 'string' && /^[\x21-\x7e]{1,100}$/.test(version)
  return { ok: true, content, version: named ? version : null }
}

function at(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Runs `work` until it ends, its time is over or somebody calls it off; what it throws is the line that broke. */
async function within(
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<ModelAnswer>,
): Promise<ModelAnswer> {
  const own = new AbortController()
  const end = () => own.abort()
  const clock = setTimeout(end, ms)
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  try {
    return await work(own.signal)
  } catch {
    return failed(own.signal.aborted ? 'timeout' : 'unreachable')
  } finally {
    clearTimeout(clock)
    signal.removeEventListener('abort', end)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(clock)
      reject(new Error('called off'))
    })
  })
}
