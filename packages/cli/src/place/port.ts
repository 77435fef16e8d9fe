import { createServer } from 'node:net'
import { type Refusal, refusal } from '@gangmu/core'

/** Null where somebody may listen there now; 0 is any free port. Says where it is Gangmu that listens already. */
export async function portRefusal(host: string, port: number): Promise<Refusal | null> {
  const refused = await probe(host, port)
  if (refused?.code !== 'server.port-in-use') return refused
  return { ...refused, facts: { ...refused.facts, gangmu: await isGangmu(`http://${host}:${port}`) } }
}

async function isGangmu(address: string): Promise<boolean> {
  try {
    const reply = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(1000) })
    const health = (await reply.json()) as { product?: unknown }
    return health.product === 'gangmu'
  } catch {
    return false
  }
}

function probe(host: string, port: number): Promise<Refusal | null> {
  return new Promise((resolve) => {
    const probing = createServer()
    probing.once('error', (error: NodeJS.ErrnoException) =>
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
    probing.listen({ host, port, exclusive: true }, () => probing.close(() => resolve(null)))
  })
}
