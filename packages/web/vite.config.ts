import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './compressed.js'
import { routesOnly } from './routes-only.js'

export default defineConfig({
  plugins: [routesOnly(), react(), compressed()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': 'http://127.0.0.1:4180' } },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
})
