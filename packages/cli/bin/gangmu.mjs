#!/usr/bin/env node
// In a working copy the sources may be newer than their build; then they are built first, as `npm start` does.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')
const stale = new URL('../../../tools/stale.mjs', import.meta.url)

if (existsSync(stale)) {
  const { buildStale, staleParts } = await import(stale.href)
  const parts = staleParts(root).filter(({ name }) => name !== 'web')
  const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  const built = await buildStale(
    root,
    ({ name, seconds }) =>
      name === 'packages' &&
      seconds === null &&
      console.error(chinese ? '正在构建程序……' : 'Building the program …'),
    parts,
  )
  if (!built) {
    console.error(chinese ? '构建失败，原因见上。' : 'The build failed; its messages stand above.')
    process.exit(1)
  }
}

await import('../dist/bundle/main.js')
