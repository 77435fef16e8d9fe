import { z } from 'zod'

/** A JSON Schema, as far as this package looks into one. */
export interface JsonSchema {
  [keyword: string]: unknown
}

/**
 * The schema a reply is serialised by. fast-json-stringify takes draft 7, and writes `X or null` much faster when
 * it is said with `nullable` than with `anyOf`.
 */
export function replySchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'output' })
  return nullable(json) as JsonSchema
}

function nullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullable)
  if (typeof node !== 'object' || node === null) return node
  const mapped: JsonSchema = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, nullable(value)]),
  )
  const options = mapped['anyOf']
  if (!Array.isArray(options) || options.length !== 2) return mapped
  const [value, nothing] = options as [JsonSchema, JsonSchema]
  if (nothing['type'] !== 'null' || typeof value['type'] !== 'string') return mapped
  const { anyOf: _, ...rest } = mapped
  return { ...rest, ...value, nullable: true }
}
