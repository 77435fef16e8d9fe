// Runs the browser path. Where there is no Chromium it says how to get one; in CI that is a failure.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const found = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))
if (!found) {
  console.error('No Chromium found. On Debian or Ubuntu: apt-get install chromium fonts-noto-cjk')
  console.error('Elsewhere: set CHROMIUM to the browser’s path. The browser test was left out.')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'e2e', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
