import type { Refusal } from '@gangmu/core'
import type { AnySchema } from 'fast-json-stringify'
import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import { replySchema } from './schema.js'
import { statusOf } from './status.js'

/** A reply that is a file: sent as it is, never shown by the browser in our name. */
export interface Download {
  readonly name: string
  readonly bytes: Uint8Array
}

const JSON_TYPE = 'application/json; charset=utf-8'
type Write = (value: unknown) => string

/** A serialiser made from the schema at its first use: compiling all of them would cost every start. */
export function writerOf(schema: z.ZodType): () => Promise<Write> {
  let made: Promise<Write> | null = null
  return () => {
    made ??= import('fast-json-stringify').then(
      ({ default: build }) => build(replySchema(schema) as unknown as AnySchema) as Write,
    )
    return made
  }
}

/** Answers with what a serialiser wrote. */
export function answer(reply: FastifyReply, written: string): FastifyReply {
  return reply.type(JSON_TYPE).serializer(String).send(written)
}

export function refuse(reply: FastifyReply, refusals: readonly Refusal[]): FastifyReply {
  return reply.code(statusOf(refusals)).type(JSON_TYPE).serializer(JSON.stringify).send({ refusals })
}

export function download(reply: FastifyReply, file: Download): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .type('application/octet-stream')
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}
