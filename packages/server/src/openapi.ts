import { type Route, refusalReply, routes } from '@gangmu/contract'
import { z } from 'zod'
import type { JsonSchema } from './http/schema.js'
import { statusOf } from './http/status.js'

/** The interface as OpenAPI 3.1, from the contract alone. */
export function openApi(version: string): JsonSchema {
  const all = Object.entries(routes).flatMap(([noun, ofNoun]) =>
    Object.entries(ofNoun as Readonly<Record<string, Route>>).map(([name, route]) => ({ noun, name, route })),
  )
  const paths: Record<string, JsonSchema> = {}
  for (const { noun, name, route } of all) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(noun, name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Gangmu', version },
    paths,
    components: {
      schemas: { Refusals: schemaOf(refusalReply, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gangmu.session_token' } },
    },
  }
}

function operation(noun: string, name: string, route: Route): JsonSchema {
  const codes = [
    'request.invalid',
    ...(route.authz === 'anyone' ? [] : ['session.none']),
    ...(route.multipart === true ? ['request.too-many'] : []),
    ...route.refusals,
  ]
  const statuses = [...new Set(codes.map((code) => statusOf([{ code }])))]
  return {
    operationId: `${noun}.${name}`,
    tags: [noun],
    summary: route.summary,
    'x-authz': route.authz,
    ...(route.authz === 'anyone' ? {} : { security: [{ session: [] }] }),
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...requestBody(route),
    responses: {
      200: {
        description: 'Done',
        content: {
          [route.events === true ? 'text/event-stream' : 'application/json']: {
            schema: schemaOf(route.reply, 'output'),
          },
        },
      },
      ...Object.fromEntries(
        statuses.map((status) => [
          String(status),
          {
            description: codes.filter((code) => statusOf([{ code }]) === status).join(', '),
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusals' } } },
          },
        ]),
      ),
    },
  }
}

function requestBody(route: Route): JsonSchema {
  if (route.method === 'GET') return {}
  const [type, schema] =
    route.multipart === true
      ? [
          'multipart/form-data',
          { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
        ]
      : ['application/json', schemaOf(route.body, 'input')]
  return { requestBody: { required: true, content: { [type as string]: { schema } } } }
}

function parameters(where: 'path' | 'query', schema: z.ZodType): readonly JsonSchema[] {
  const json = schemaOf(schema, 'input')
  const required = new Set((json['required'] ?? []) as readonly string[])
  return Object.entries((json['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, it]) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    schema: it,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io })
  return json
}
