import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createModel } from '../src/model/chat.js'
import type { Model, ModelLimits } from '../src/model/model.js'

/** What the server does with one question. */
export type Deed = (response: ServerResponse, request: IncomingMessage) => void

export interface ScriptedModel {
  readonly port: number
  /** Every question so far: its headers, path and parsed body. */
  readonly asked: readonly Asked[]
  /** What it does from now on, a deed a question; the last one for all that follow. */
  readonly play: (...deeds: readonly Deed[]) => void
  readonly close: () => Promise<void>
}

export interface Asked {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: { readonly model: string; readonly messages: readonly { readonly content: string }[] }
}

/** A server of its own on this machine that speaks the chat API as it is told to. */
export async function scriptedModel(): Promise<ScriptedModel> {
  const asked: Asked[] = []
  let script: Deed[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString())
      asked.push({ path: request.url ?? '', headers: request.headers, body })
      const deed = script.length > 1 ? script.shift() : script[0]
      if (deed === undefined) throw new Error('asked without a script')
      deed(response, request)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    play: (...deeds) => {
      script = [...deeds]
      asked.length = 0
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export const key = 'sk-not-to-be-seen'

const limits: ModelLimits = { characters: 100_000, callMs: 60_000, textMs: 120_000, atOnce: 3 }

/** The real port, pointed at a scripted server. */
export function modelAt(
  port: number,
  given: Partial<ModelLimits> = {},
  rest = { ms: 60_000, failures: 1000 },
): Model {
  const address = new URL(`http://127.0.0.1:${port}/v1/chat/completions`)
  return createModel({ address, key, name: 'scripted', limits: { ...limits, ...given }, rest })
}

const json = { 'content-type': 'application/json; charset=utf-8' }

/** Answers with these words as its message. */
export function says(
  content: string,
  more: { readonly finish?: string; readonly model?: string } = {},
): Deed {
  const choice = { index: 0, finish_reason: more.finish ?? 'stop', message: { role: 'assistant', content } }
  return raw(200, json, JSON.stringify({ model: more.model ?? 'scripted-2', choices: [choice] }))
}

export function finds(...findings: readonly unknown[]): Deed {
  return says(JSON.stringify({ findings }))
}

export function raw(status: number, headers: Readonly<Record<string, string>>, body: string): Deed {
  return (response) => void response.writeHead(status, headers).end(body)
}

/** Takes the question and never answers; `begun`: after a first piece of an answer. */
export function hangs(begun = false): Deed {
  return (response) => {
    if (begun) response.writeHead(200, json).write('{"choices":[')
  }
}

export function breaks(): Deed {
  return (response) => void response.socket?.destroy()
}
