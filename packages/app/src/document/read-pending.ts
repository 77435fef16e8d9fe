import type { App } from '../app.js'

export async function readPending(
  _app: App,
  _on?: (done: {
    readonly document: string
    readonly name: string
    readonly state: 'read' | 'refused'
    readonly left: number
  }) => void,
): Promise<{ read: number; refused: number }> {
  throw new Error('not yet')
}
