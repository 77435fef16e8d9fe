// npm start: builds what is stale, then starts the place. Building is only looked at where the sources are there.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const packages = ['core', 'text', 'intake', 'contract', 'store', 'app', 'server', 'cli']
const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')

/** Newest change below a folder; 0 where it is missing. */
function newest(folder, counts = () => true) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (latest, it) =>
      it.isFile() && counts(it.name)
        ? Math.max(latest, statSync(join(it.parentPath ?? it.path, it.name)).mtimeMs)
        : latest,
    0,
  )
}

const isSource = (name) => !/\.test\.tsx?$/.test(name)
const codeIsStale = () =>
  packages.some((name) => {
    const folder = join(root, 'packages', name)
    // tsc -b leaves unchanged output as it is; its own record is written by every build.
    const built = join(folder, 'tsconfig.tsbuildinfo')
    return !existsSync(built) || newest(join(folder, 'src'), isSource) > statSync(built).mtimeMs
  })
const screenIsStale = () => {
  const page = join(root, 'packages/web/dist/index.html')
  const sources = ['packages/web/src', 'packages/contract/src', 'packages/core/src'].map((it) =>
    join(root, it),
  )
  return !existsSync(page) || sources.some((it) => newest(it, isSource) > statSync(page).mtimeMs)
}

function build(what, command, args) {
  console.log(chinese ? `构建${what[0]}……` : `Building ${what[1]} …`)
  const run = spawnSync(process.execPath, [join(root, 'node_modules', command), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (run.status !== 0) process.exit(run.status ?? 1)
}

if (codeIsStale()) build(['程序', 'the program'], 'typescript/bin/tsc', ['-b'])
if (screenIsStale()) {
  const npm = spawnSync('npm', ['run', 'build', '-w', 'packages/web', '--silent'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}

const { main } = await import('../packages/cli/dist/main.js')
process.exitCode = await main(['start', ...process.argv.slice(2)])
