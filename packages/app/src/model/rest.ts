import type { ModelFailure } from '@gangmu/core'

/** Failures of the server or the line, not of one question. */
const ofTheServer: readonly ModelFailure[] = [
  'timeout',
  'unreachable',
  'busy',
  'denied',
  'faulty',
  'redirected',
]

/**
 * After so many failures in a row a server is left alone for a while: a thousand documents do not each wait for one
 * that is gone.
 */
export function createRest({ ms, failures }: { readonly ms: number; readonly failures: number }) {
  let inARow = 0
  let until = 0
  return {
    lasts: (): boolean => performance.now() < until,
    heard: (failure: ModelFailure | null): void => {
      inARow = failure !== null && ofTheServer.includes(failure) ? inARow + 1 : 0
      if (inARow < failures) return
      until = performance.now() + ms
      inARow = 0
    },
  }
}
