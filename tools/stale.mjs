// Says which parts of the build are older than their sources, and builds them.
// A stamp keeps the sizes and times of the sources, and a hash of their contents: the first is quick, and where it
// differs (a fresh checkout, a touched file) the second decides.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const programs = ['core', 'text', 'intake', 'contract', 'store', 'app', 'server', 'cli']

/** What is built from what; a later part may need an earlier one. */
const parts = [
  {
    name: 'packages',
    sources: [
      'tsconfig.base.json',
      'tsconfig.json',
      'package-lock.json',
      ...programs.flatMap((name) => [`packages/${name}/src`, `packages/${name}/tsconfig.json`]),
    ],
    results: programs.map((name) => `packages/${name}/dist`),
    // The command line refers to all the others; the screen's types are checked by `npm run typecheck`.
    command: ['node_modules/typescript/bin/tsc', '-b', 'packages/cli'],
    // tsc -b believes its own record, also where somebody has removed what it wrote.
    anew: ['--force'],
  },
  {
    name: 'bundle',
    sources: ['package-lock.json', 'tools/bundle.mjs', ...programs.map((name) => `packages/${name}/src`)],
    results: ['packages/cli/dist/bundle/main.js'],
    command: ['tools/bundle.mjs'],
  },
  {
    name: 'web',
    sources: [
      'package-lock.json',
      'packages/contract/src',
      'packages/core/src',
      ...[
        'src',
        'public',
        'index.html',
        'vite.config.ts',
        'compressed.ts',
        'routes-only.ts',
        'package.json',
      ].map((name) => `packages/web/${name}`),
    ],
    results: ['packages/web/dist/index.html'],
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', 'packages/web'],
  },
]

/** The parts of `root` that must be built. Refreshes the stamp of a part whose files were only touched. */
export function staleParts(root, all = parts) {
  return all.filter((part) => {
    const stamp = readStamp(root, part.name)
    if (stamp === null || lacksResults(root, part)) return true
    const files = filesOf(root, part.sources)
    if (stamp.times === timesOf(root, files)) return false
    if (stamp.contents !== contentsOf(root, files)) return true
    refreshStamp(root, part.name, files)
    return false
  })
}

/** Builds the stale parts one after the other, telling `say` before and after. False where one failed. */
export async function buildStale(root, say, all = parts) {
  for (const part of staleParts(root, all)) {
    const began = performance.now()
    say({ name: part.name, seconds: null })
    // Read before the build: a file changed while it runs is built again by the next start.
    const files = filesOf(root, part.sources)
    const stamp = { times: timesOf(root, files), contents: contentsOf(root, files) }
    const command = lacksResults(root, part) ? [...part.command, ...(part.anew ?? [])] : part.command
    if (!(await run(root, command))) return false
    saveStamp(root, part.name, stamp)
    say({ name: part.name, seconds: Number(((performance.now() - began) / 1000).toFixed(1)) })
  }
  return true
}

function lacksResults(root, { results }) {
  return results.some((path) => !existsSync(join(root, path)))
}

function run(root, [script, ...words]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...words], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

function filesOf(root, sources) {
  return sources.flatMap((path) => walk(root, path)).toSorted()
}

function walk(root, path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false })
  if (status === undefined) return []
  if (!status.isDirectory()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath.slice(root.length + 1), entry.name))
}

function timesOf(root, files) {
  const hash = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function contentsOf(root, files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function stampPath(root, name) {
  return join(root, 'node_modules', '.cache', 'gangmu', `built-${name}.json`)
}

function readStamp(root, name) {
  try {
    return JSON.parse(readFileSync(stampPath(root, name), 'utf8'))
  } catch {
    return null
  }
}

/** Only to be quicker next time: somebody who may not write here compares contents each time. */
function refreshStamp(root, name, files) {
  try {
    saveStamp(root, name, { times: timesOf(root, files), contents: contentsOf(root, files) })
  } catch {
    return
  }
}

function saveStamp(root, name, stamp) {
  const path = stampPath(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(stamp))
}
