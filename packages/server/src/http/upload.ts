import { accepted, refusal, refused, type Result } from '@gangmu/core'
import type { FastifyRequest } from 'fastify'

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Room for the boundaries and headers of a multipart body around its file. */
const ENVELOPE = 64 * 1024

/**
 * The one file of a multipart request, wholly in memory or refused: nothing is kept of a file over the limit, and
 * one that announces its size is refused before a byte of it is read.
 */
export async function uploadOf(
  request: FastifyRequest,
  noun: string,
  limit: number,
): Promise<Result<Upload>> {
  const tooLarge = (size: number) => refused(refusal(`${noun}.too-large`, '/body/file', { size, limit }))
  if (!request.isMultipart()) {
    return refused(refusal('request.invalid', '/body', { problem: 'not-multipart' }))
  }
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit + ENVELOPE) return tooLarge(announced)
  const part = await request.file({ limits: { fileSize: limit, files: 1, fields: 0 } })
  if (part === undefined || part.fieldname !== 'file') {
    return refused(refusal('request.invalid', '/body/file', { problem: 'missing' }))
  }
  const chunks: Buffer[] = []
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    if (part.file.truncated) break
    chunks.push(chunk)
  }
  // Where it was not announced, all we know is that it is more.
  if (part.file.truncated) return tooLarge(Math.max(announced, limit + 1))
  return accepted({ name: baseName(part.filename), bytes: Buffer.concat(chunks) })
}

/** A name is only a name: no folders, no control characters, at most 200 characters. */
function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = [...last].filter((it) => it >= ' ' && it !== '\u007f').join('')
  return clean.slice(-200) || 'file'
}
