import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const packages = fileURLToPath(new URL('packages', import.meta.url))

// Packages are resolved to their sources, so that a test never runs against a stale build, and needs none. The alias
// says it for what runs before the tests (globalSetup), which asks no condition.
const source = {
  resolve: {
    conditions: ['source', 'module', 'node', 'default'],
    alias: [{ find: /^@gangmu\/([a-z]+)$/, replacement: `${packages}/$1/src/index.ts` }],
  },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'default'] } },
}

export default defineConfig({
  test: {
    projects: [
      {
        ...source,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx'],
          exclude: ['packages/*/src/**/*.db.test.ts'],
        },
      },
      {
        ...source,
        test: {
          name: 'store',
          include: ['packages/*/src/**/*.db.test.ts'],
          globalSetup: ['packages/store/test/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A wait ends when what is waited for comes; a busy machine may take its time.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        ...source,
        test: { name: 'e2e', include: ['e2e/**/*.e2e.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
      },
      { ...source, test: { name: 'boundaries', include: ['tools/**/*.test.ts'], testTimeout: 180_000 } },
    ],
  },
})
