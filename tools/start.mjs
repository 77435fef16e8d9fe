// npm start: builds what is stale, then runs `gangmu start` in this process.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const say = (zh, en) => console.error(chinese ? zh : en)

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  const found = `${process.versions.node} (${process.execPath})`
  say(
    `纲目需要 Node 20.19 或更高版本，当前为 ${found}。`,
    `Gangmu needs Node 20.19 or newer; this is ${found}.`,
  )
  process.exit(1)
}

// Imported late: an old Node must reach the sentence above.
const { existsSync } = await import('node:fs')
if (!existsSync(join(root, 'node_modules', 'typescript'))) {
  say('尚未安装：请先运行 npm ci。', 'Nothing is installed yet: run npm ci first.')
  process.exit(1)
}

const { buildStale } = await import('./stale.mjs')
const parts = { packages: ['程序', 'the program'], web: ['界面', 'the screen'] }
const built = await buildStale(root, ({ name, seconds }) => {
  const said = parts[name]
  if (said === undefined) return
  const [zh, en] = said
  if (seconds === null) say(`正在构建${zh}……`, `Building ${en} …`)
  else say(`已构建${zh}，用时 ${seconds} 秒`, `Built ${en} in ${seconds} s`)
})
if (!built) {
  say('构建失败，原因见上。', 'The build failed; its messages stand above.')
  process.exit(1)
}

// The command line of packages/cli, as `npx gangmu start …` runs it.
process.argv.splice(2, 0, 'start')
await import('../packages/cli/dist/bundle/main.js')
