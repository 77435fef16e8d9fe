import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './compressed.js'
import { routesOnly } from './routes-only.js'

export default defineConfig({
  plugins: [routesOnly(), react(), compressed()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': 'http://127.0.0.1:4180' } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // What the first screen needs comes in one file: on a slow PC each request costs more than its bytes. Schemas
    // are named there and not used, so they stay out of it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'first',
              tags: ['$initial'],
              test: /^(?!.*(?:[\\/]zod[\\/]|contract[\\/]src[\\/](?!client)))/,
            },
          ],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
})
