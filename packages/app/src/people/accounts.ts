import type { App } from '../app.js'

export async function accounts(
  _app: App,
): Promise<{ person: string; username: string; name: string; disabled: boolean }[]> {
  throw new Error('not yet')
}
