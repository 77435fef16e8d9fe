import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const worth = /\.(?:js|css|html|svg|json)$/
const smallest = 1024

/** Writes `.br` and `.gz` beside every file worth it, so that the server compresses none of them again. */
export function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir)
    },
    closeBundle: () => {
      for (const it of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(it.parentPath, it.name)
        const bytes = it.isFile() && worth.test(it.name) ? readFileSync(path) : Buffer.alloc(0)
        if (bytes.length < smallest) continue
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        }
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}
