import { type Route, routes } from '@gangmu/contract'
import build, { type AnySchema } from 'fast-json-stringify'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { replySchema } from './schema.js'
import { statusOf } from './status.js'

const write = (schema: z.ZodType, value: unknown) =>
  JSON.parse(build(replySchema(schema) as unknown as AnySchema)(value)) as unknown

describe('a serialiser', () => {
  const row = z.strictObject({
    name: z.string().nullable(),
    day: z.iso.date().nullable(),
    count: z.int().nullable(),
    kind: z.enum(['a', 'b']).nullable(),
    inner: z.strictObject({ on: z.boolean() }).nullable(),
    list: z.array(z.string()).nullable(),
    span: z.tuple([z.int(), z.int()]),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    either: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('x'), x: z.number().nullable() }),
      z.strictObject({ is: z.literal('y'), y: z.array(z.string()) }),
    ]),
  })
  const full = {
    name: '“沚阳”\n',
    day: '2026-02-28',
    count: 0,
    kind: 'b',
    inner: { on: false },
    list: [],
    span: [1, 2],
    facts: { a: 'x', b: 1.5, c: true, d: null },
    either: { is: 'y', y: ['z'] },
  }
  const empty = {
    ...full,
    name: null,
    day: null,
    count: null,
    kind: null,
    inner: null,
    list: null,
    either: { is: 'x', x: null },
  }

  it.each([
    ['full', full],
    ['empty', empty],
  ])('gives back what it was given: %s', (_, value) => {
    expect(write(row, value)).toEqual(value)
  })

  it('sends no field that its schema does not name, and throws where one is missing', () => {
    expect(write(z.strictObject({ a: z.string() }), { a: 'x', secret: 1 })).toEqual({ a: 'x' })
    expect(() => write(z.strictObject({ a: z.string() }), {})).toThrow('required')
  })

  it('can be made for every route', () => {
    for (const route of Object.values(routes).flatMap((it) => Object.values(it as Record<string, Route>))) {
      expect(() => build(replySchema(route.reply) as unknown as AnySchema), route.path).not.toThrow()
    }
  })
})

describe('a status', () => {
  it.each([
    ['document.unknown', 404],
    ['commitment.changed', 409],
    ['access.denied', 403],
    ['request.invalid', 400],
    ['session.none', 401],
    ['document.too-large', 422],
    ['server.fault', 500],
  ])('%s is %i', (code, status) => {
    expect(statusOf([{ code }])).toBe(status)
  })
})
