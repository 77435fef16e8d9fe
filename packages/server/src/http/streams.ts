import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { tooMany } from './limits.js'

/** A reply that goes on: it hears from `open` on until what that returns is called. */
export interface Events {
  readonly open: (hear: (event: unknown) => void) => () => void
}

export interface StreamLimits {
  /** Of one person at once: a page that is open has one. */
  readonly perPerson: number
  /** Seconds until a stream ends. The page opens the next, and is asked anew who it is and what it may see. */
  readonly seconds: number
}

export const streamLimits: StreamLimits = { perPerson: 20, seconds: 120 }

export interface Streams {
  readonly begin: (
    reply: FastifyReply,
    person: string,
    events: Events,
    write: (event: unknown) => string,
  ) => FastifyReply
  /** Ends them all. */
  readonly stop: () => void
}

/** Milliseconds between two comments that keep a proxy from ending a quiet stream. */
const QUIET = 20_000

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export function createStreams(limits: StreamLimits): Streams {
  const ends = new Set<() => void>()
  const byPerson = new Map<string, number>()
  const count = (person: string, by: number): number => {
    const now = (byPerson.get(person) ?? 0) + by
    if (now > 0) byPerson.set(person, now)
    else byPerson.delete(person)
    return now
  }
  return {
    begin: (reply, person, events, write) => {
      if ((byPerson.get(person) ?? 0) >= limits.perPerson) return tooMany(reply, limits.seconds)
      count(person, 1)
      const body = new PassThrough()
      const quiet = setInterval(() => body.write(':\n\n'), QUIET)
      const close = events.open((event) => body.write(`data: ${write(event)}\n\n`))
      const end = (): void => {
        if (!ends.delete(end)) return
        clearInterval(quiet)
        clearTimeout(life)
        close()
        count(person, -1)
        body.end()
      }
      const life = setTimeout(end, limits.seconds * 1000)
      ends.add(end)
      body.once('close', end)
      body.write(':\n\n')
      return reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(body)
    },
    stop: () => {
      for (const end of ends) end()
    },
  }
}
