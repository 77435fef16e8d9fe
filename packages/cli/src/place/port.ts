import { createServer } from 'node:net'
import { type Refusal, refusal } from '@gangmu/core'

/** Null where somebody may listen there now; 0 is any free port. */
export function portRefusal(host: string, port: number): Promise<Refusal | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'EADDRINUSE'
          ? refusal('server.port-in-use', '--port', {
              host,
              port,
              other: port < 65_535 ? port + 1 : port - 1,
            })
          : refusal('server.cannot-listen', '--host', { host, port, reason: error.code ?? error.message }),
      ),
    )
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}
