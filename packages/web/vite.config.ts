import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// GANGMU_FAKE=1 answers the contract's routes from memory, so that the screen can be worked on without a server.
const fake: Plugin = {
  name: 'gangmu-fake',
  apply: 'serve',
  async configureServer(server) {
    if (process.env['GANGMU_FAKE'] !== '1') return
    const { answer } = await server.ssrLoadModule('/dev/fake.ts')
    server.middlewares.use(answer)
  },
}

export default defineConfig({
  plugins: [react(), fake],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  server: { proxy: { '/api': 'http://127.0.0.1:4180' } },
  build: { target: 'es2022', modulePreload: { polyfill: false } },
})
