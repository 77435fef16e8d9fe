import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
const fixtures = fileURLToPath(new URL('../../test/fixtures/', import.meta.url))
const meeting = join(fixtures, 'meeting.txt')
const plans = join(fixtures, 'plans')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gangmu-read-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command line as a process of its own, as a person would. */
function gangmu(args: readonly string[], lang = 'C.UTF-8') {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', main, ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], LANG: lang } },
  )
  return { stdout, stderr, status }
}

interface Row {
  readonly kind: string
  readonly id: string
  readonly quote: string
  readonly span: readonly [number, number]
}

function rowsOf(lines: string): Row[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('gangmu read', { timeout: 120_000 }, () => {
  it('prints the restored text alone', () => {
    const { stdout, stderr, status } = gangmu(['read', meeting, '--restored'])
    expect(stdout.split('\n')[0]).toBe('云泽市召开功能区建设推进会')
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('prints a finding a line, each with a quote that stands at its span', () => {
    const { stdout, status } = gangmu(['read', meeting, '--json'])
    const text = gangmu(['read', meeting, '--restored']).stdout
    const [doc, ...rows] = rowsOf(stdout)
    expect(doc).toMatchObject({ kind: 'doc', id: 'meeting-d001' })
    expect(rows.map((row) => row.kind)).toEqual(expect.arrayContaining(['quantity', 'milestone', 'entity']))
    for (const row of rows) expect(text.slice(...row.span)).toBe(row.quote)
    expect(status).toBe(0)
  })

  it('prints every repair with its derivation and certainty', () => {
    const repairs = JSON.parse(gangmu(['read', meeting, '--repairs']).stdout)
    expect(repairs.length).toBeGreaterThan(0)
    for (const repair of repairs) {
      expect(repair).toMatchObject({
        derivation: expect.stringMatching(/./),
        certainty: expect.stringMatching(/./),
      })
    }
  })

  it('prints a table in the language of the terminal', () => {
    const chinese = gangmu(['read', meeting], 'zh_CN.UTF-8')
    expect(chinese.stdout).toMatch(/^类别 +数值、期限 +责任主体 +缺 +原句$/m)
    expect(chinese.stdout).toMatch(/数量 .*>320亿元/)
    expect(gangmu(['read', meeting]).stdout).toMatch(/^Kind +Value, due +Owner +Lacks +Sentence$/m)
  })

  it('reads a folder in threads, says how far it is, and writes two files for each', () => {
    const out = join(folder, 'out')
    const { stdout, stderr, status } = gangmu(['read', plans, meeting, '--out', out])
    expect(stderr).toMatch(/^Read 3\/3 · [\d.]+\/s\nManifest: .+manifest\.jsonl\n$/)
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/)[0])).toEqual(
      expect.arrayContaining(['meeting.txt', 'plan.docx', 'south/pledge.html', 'files', 'read now']),
    )
    for (const name of ['plan', 'south/pledge', 'meeting']) {
      const text = readFileSync(join(out, `${name}.txt`), 'utf8')
      const [doc, ...rows] = rowsOf(readFileSync(join(out, `${name}.jsonl`), 'utf8'))
      expect(doc?.id).toBe(`${name}-d001`)
      for (const row of rows) expect(text.slice(...row.span)).toBe(row.quote)
    }
    expect(status).toBe(0)
  })

  it('reads the others where one is refused, says why in a line each, and exits with 1', () => {
    const empty = join(folder, 'empty.txt')
    const disguised = join(folder, 'disguised.docx')
    writeFileSync(empty, '')
    writeFileSync(disguised, 'PK\x05\x06' + '\0'.repeat(18), 'latin1')
    const { stdout, stderr, status } = gangmu(['read', empty, disguised, '/no/such/file', meeting, '--json'])
    expect(status).toBe(1)
    expect(stdout).toContain('meeting-d001')
    const reasons = stderr.split('\n').filter((line) => line.includes(': document.'))
    expect(reasons.map((line) => line.split(': ').slice(0, 2))).toEqual([
      [empty, 'document.empty'],
      [disguised, 'document.not-docx'],
      ['/no/such/file', 'document.not-found'],
    ])
    for (const line of reasons) expect(line.split(': ')[2]).toMatch(/^[A-Z].+\.$/)
  })

  it('holds the size limit it is given, without reading the file', () => {
    const large = join(folder, 'large.txt')
    writeFileSync(large, '一'.repeat(400_000))
    const out = join(folder, 'none')
    const { stdout, stderr, status } = gangmu(['read', large, '--max-mb', '1', '--out', out], 'zh_CN.UTF-8')
    expect(stderr).toBe(
      `${large}: document.too-large: 文件大小为 1.1 MB，上限为 1 MB。请拆分文件，或用 --max-mb 提高上限。\n`,
    )
    expect(stdout).toBe('')
    expect(readdirSync(out)).toEqual(['manifest.jsonl'])
    expect(status).toBe(1)
  })

  it('never writes over what it reads, and does not read what it wrote', () => {
    const own = join(folder, 'own')
    mkdirSync(own)
    writeFileSync(join(own, 'note.txt'), '云泽市政府')
    writeFileSync(join(own, 'plan.txt'), '云泽市计划')
    for (const read of ['read now', 'read before']) {
      const { stdout, status } = gangmu(['read', own, '--out', join(own, 'out')])
      expect(stdout).toMatch(new RegExp(`^files +2\\n${read} +2$`, 'm'))
      expect(status).toBe(0)
    }
    expect(gangmu(['read', own, '--out', own]).stderr).toContain('output.is-source')
    const over = gangmu(['read', join(own, 'note.txt'), '--out', own])
    expect(over.stderr).toContain('note.txt: output.over-source: ')
    expect(over.status).toBe(1)
    expect(readFileSync(join(own, 'note.txt'), 'utf8')).toBe('云泽市政府')
  })

  it('takes the names of a pack, and refuses a pack there is none of', () => {
    const rules = (lines: string) => JSON.parse(lines.split('\n')[0] ?? '{}').rules
    expect(rules(gangmu(['read', meeting, '--json', '--pack', 'yunze']).stdout)).toContain('yunze')
    const { stderr, status } = gangmu(['read', meeting, '--pack', 'nowhere'])
    expect(stderr).toMatch(/^nowhere: pack\.not-found: /)
    expect(status).toBe(1)
  })

  it.each([
    [[]],
    [['no-such-command']],
    [['read']],
    [['read', '--no-such-option', meeting]],
    [['read', meeting, '--out']],
    [['read', meeting, '--json', '--restored']],
    [['read', meeting, '--max-mb', 'much']],
    [['read', meeting, '--out', 'out', '--jobs', '0']],
    [['read', meeting, '--jobs', '2']],
  ])('exits with 2 for the wrong call %j', (args) => {
    const { stdout, stderr, status } = gangmu(args)
    expect(status).toBe(2)
    expect(stdout + stderr).toMatch(/gangmu|--/)
  })
})
