import type { Result } from '@gangmu/core'
import { parse } from './parse.js'
import type { Parsed } from './received.js'
import { beSilent } from './threads/silent.js'
import type { WorkerInput } from './worker.js'

beSilent()

export function run({ job, limits }: WorkerInput): Promise<Result<Parsed>> {
  return parse(job, limits)
}
