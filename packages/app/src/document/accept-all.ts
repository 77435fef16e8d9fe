import type { App } from '../app.js'

export async function acceptAll(_app: App): Promise<{ commitments: number; dispatched: number }> {
  throw new Error('not yet')
}
