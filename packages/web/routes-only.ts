import { fileURLToPath } from 'node:url'
import { routes } from '@gangmu/contract'
import type { Plugin } from 'vite'

const contract = fileURLToPath(new URL('../contract/src/index.ts', import.meta.url))
const NAME = '@gangmu/contract'
const VIRTUAL = '\0gangmu-routes'

/**
 * Gives the screen of each route what calling it needs: method, path, multipart. The schemas, and zod with them,
 * stay out of the first load; a lazy page that wants one names it, and it travels with that page. The statement of
 * a route stays the one in packages/contract: this reads it while building.
 */
export function routesOnly(): Plugin {
  return {
    name: 'routes-only',
    enforce: 'pre',
    resolveId: (id) => (id === NAME ? { id: VIRTUAL, moduleSideEffects: false } : null),
    load(id) {
      if (id !== VIRTUAL) return null
      const slim = Object.fromEntries(Object.entries(routes).map(([noun, of]) => [noun, called(of)]))
      return [
        `export * from ${JSON.stringify(contract)}`,
        `export const routes = ${JSON.stringify(slim)}`,
      ].join('\n')
    },
  }
}

interface Callable {
  readonly method: string
  readonly path: string
  readonly multipart?: boolean
}

function called(of: Readonly<Record<string, Callable>>) {
  return Object.fromEntries(
    Object.entries(of).map(([name, { method, path, multipart }]) => [name, { method, path, multipart }]),
  )
}
