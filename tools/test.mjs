// npm test: unit, store and boundary tests, then the browser path; one closing line over all of them.
// Where Chromium is missing, e2e.mjs says how to get it and leaves the browser path out (a failure where CI=true).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'gangmu-results-'))
const projects = ['unit', 'store', 'boundaries'].flatMap((name) => ['--project', name])
const runs = [
  { name: 'tests', words: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...projects] },
  { name: 'e2e', words: [join(root, 'tools/e2e.mjs')] },
]

const sums = runs.map(({ name, words }) => {
  const report = join(folder, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(process.execPath, [...words, ...reporters], { cwd: root, stdio: 'inherit' })
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : {}
  // A run can fail without a failed test: a file that does not load, a set-up that throws, a missing browser.
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) }
})
rmSync(folder, { recursive: true, force: true })

const passed = sums.reduce((sum, run) => sum + run.passed, 0)
const failed = sums.reduce((sum, run) => sum + run.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
