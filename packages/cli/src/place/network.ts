import { isIPv4 } from 'node:net'
import { type PackManifest, type Refusal, refusal } from '@gangmu/core'
import type { StartOptions } from '../commands/start-options.js'

/**
 * Null where a place may be served as the options say. The password of a demo stands on its sign-in screen: beyond
 * the own machine, or through a proxy, it is served only where that is asked for in so many words.
 */
export function networkRefusal(
  manifest: Pick<PackManifest, 'demo'>,
  { host, behindProxy, demoOnNetwork }: Pick<StartOptions, 'host' | 'behindProxy' | 'demoOnNetwork'>,
): Refusal | null {
  if (manifest.demo === null || demoOnNetwork || (isLocal(host) && !behindProxy)) return null
  return refusal('server.demo-on-network', isLocal(host) ? '--behind-proxy' : '--host', { host })
}

function isLocal(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '')
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
}
