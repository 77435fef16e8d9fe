import type { App } from '../app.js'

/**
 * Confirms and dispatches, marked as done by the load, what the given documents hold: only documents in which
 * nothing was decided yet. All documents when absent.
 */
export async function acceptAll(
  _app: App,
  _documents?: readonly string[],
): Promise<{ commitments: number; dispatched: number }> {
  throw new Error('not yet')
}
