import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const documents = fileURLToPath(new URL('../../../../packs/yunze/documents/', import.meta.url))
const pledges = `${documents}boards-pledges.txt`
const inspection = `${documents}inspection-lanting.txt`

/** Runs the command line as a process of its own, as a person would. */
function gangmu(args: readonly string[], lang = 'C.UTF-8') {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', main, ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], LANG: lang } },
  )
  return { stdout, stderr, status }
}

describe('gangmu compare', { timeout: 120_000 }, () => {
  it('prints a part for each kind, with both sentences and their lines', () => {
    const { stdout, stderr, status } = gangmu(
      ['compare', pledges, inspection, '--pack', 'yunze'],
      'zh_CN.UTF-8',
    )
    expect(stdout).toMatch(/^## 推迟 1\n\n霜渚精密制造产业园三期：期限 2026-08 → 2026-09；/m)
    expect(stdout).toMatch(/^ {2}- boards-pledges\.txt:\d+ {2}霜渚.*8月开工/m)
    expect(stdout).toMatch(/^ {2}\+ inspection-lanting\.txt:\d+ {2}霜渚.*调整到9月/m)
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('prints a change a line, each quote with where it stands in the restored text', () => {
    const { stdout, status } = gangmu(['compare', pledges, inspection, '--pack', 'yunze', '--json'])
    const text = gangmu(['read', inspection, '--restored']).stdout
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map((row) => row.kind)).toEqual(expect.arrayContaining(['postponed', 'kept', 'new']))
    for (const { newer } of rows.filter((row) => row.newer !== null)) {
      expect(text.slice(...newer.span)).toBe(newer.quote)
      expect(text.split('\n')[newer.line - 1]).toContain(newer.quote)
    }
    expect(status).toBe(0)
  })

  it('refuses what cannot be read with 1, and a wrong call with 2', () => {
    const missing = gangmu(['compare', '/no/such/file', inspection])
    expect(missing.stderr).toMatch(/^\/no\/such\/file: document\.not-found: /)
    expect([missing.status, missing.stdout]).toEqual([1, ''])
    const alone = gangmu(['compare', inspection])
    expect([alone.status, alone.stderr]).toEqual([
      2,
      'Name two files, the older first. gangmu compare --help says more.\n',
    ])
    expect(gangmu(['compare', inspection, pledges, inspection]).status).toBe(2)
    expect(gangmu(['compare', inspection, pledges, '--no-such']).stderr).toContain('--no-such')
    expect(gangmu(['compare', inspection, pledges, '--pack', 'nowhere']).status).toBe(1)
  })
})
