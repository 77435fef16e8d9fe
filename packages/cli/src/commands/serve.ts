import { runPlace } from './start.js'

/** `gangmu serve`: as `start`, without a demo. */
export function run(args: readonly string[]): Promise<number> {
  return runPlace(args, false)
}
