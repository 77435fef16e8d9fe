import { setTimeout as pause } from 'node:timers/promises'
import { type Result, accepted } from '@gangmu/core'
import { type Place, type Server, clusterOf, connectionTo, removeSocketDir, startServer } from './cluster.js'
import { stopHolders } from './holders.js'

export interface KeptServer {
  readonly at: { readonly host: string; readonly port: number }
  stop(): Promise<void>
}

/** A server killed this often within a minute is left alone: something is wrong that a start does not mend. */
const restartsPerMinute = 5

/** Starts the server and, when it dies without being asked, starts it again at the same socket. */
export async function keepServer(place: Place): Promise<Result<KeptServer>> {
  const first = await startServer(place)
  if (!first.ok) return first
  const { socketDir } = first.value
  const cluster = clusterOf(place.folder)
  const starts: number[] = []
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()
  let current: Server = first.value

  /** Where the process ends without `stop`, the server is at least asked to end; the next start waits for it. */
  const askToEnd = (): void => void current.child.kill('SIGINT')
  process.once('exit', askToEnd)

  function watch(server: Server): void {
    server.child.once('exit', () => {
      if (!stopping) restarting = restart()
    })
  }

  async function restart(): Promise<void> {
    const now = performance.now()
    while ((starts[0] ?? now) < now - 60_000) starts.shift()
    if (starts.push(now) > restartsPerMinute) return
    await pause(100)
    if (stopping) return
    const again = await startServer(place, socketDir)
    if (!again.ok) return
    current = again.value
    watch(current)
  }

  watch(current)
  return accepted({
    at: connectionTo(socketDir),
    async stop() {
      stopping = true
      process.removeListener('exit', askToEnd)
      await restarting
      await stopHolders(cluster)
      removeSocketDir(place.folder, socketDir)
    },
  })
}
