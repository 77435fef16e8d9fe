import type { App } from '../app.js'
import type { PlaceReply } from './reply.js'

export async function placeInfo(_app: App): Promise<PlaceReply> {
  throw new Error('not yet')
}
