import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrows, breaches } from './boundaries.js'

const root = join(import.meta.dirname, '..')
let copy: string

/** A guard nobody has seen fail does not count: each violation is planted in a copy and must be refused. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'gangmu-boundaries-'))
  for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.base.json'])
    cpSync(join(root, name), join(copy, name))
  for (const name of Object.keys(arrows)) {
    for (const part of ['src', 'package.json', 'tsconfig.json']) {
      cpSync(join(root, 'packages', name, part), join(copy, 'packages', name, part), { recursive: true })
    }
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function planted<T>(file: string, source: string, look: () => T): T {
  const path = join(copy, file)
  writeFileSync(path, source)
  try {
    return look()
  } finally {
    rmSync(path)
  }
}

function lint(file: string): string {
  return run('oxlint', ['--config', '.oxlintrc.json', '--deny-warnings', '--format=unix', file])
}

function compile(name: string): string {
  return run('tsc', ['-p', `packages/${name}`, '--noEmit', '--composite', 'false', '--incremental', 'false'])
}

/** Empty where the command is content, its output where it refuses. */
function run(command: string, args: readonly string[]): string {
  try {
    execFileSync(join(root, 'node_modules/.bin', command), args, { cwd: copy, stdio: 'pipe' })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer }
    return `${stdout}${stderr}`
  }
}

describe('the arrows', () => {
  it('hold in the tree as it stands', () => {
    expect(breaches(root)).toEqual([])
  })

  it('refuse an undeclared import', () => {
    const found = planted('packages/core/src/planted.ts', "import 'lodash'\nexport const it = 1\n", () =>
      breaches(copy),
    )
    expect(found).toMatchObject([{ file: 'packages/core/src/planted.ts' }])
  })

  it('refuse a declared dependency that is no arrow', () => {
    const file = join(copy, 'packages/text/package.json')
    const before = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      before.replace('"@gangmu/core": "0.1.0"', '"@gangmu/core": "0.1.0", "@gangmu/store": "0.1.0"'),
    )
    const found = breaches(copy)
    writeFileSync(file, before)
    expect(found).toMatchObject([{ file: 'packages/text/package.json' }])
  })
})

describe.each([
  [
    'an upward import',
    'core',
    "import { x } from '@gangmu/store'\nexport const y = x\n",
    'no-restricted-imports',
  ],
  [
    'a sideways import',
    'text',
    "import { x } from '@gangmu/intake'\nexport const y = x\n",
    'no-restricted-imports',
  ],
  [
    'the server reaching past the app',
    'server',
    "import { x } from '@gangmu/store'\nexport const y = x\n",
    'no-restricted-imports',
  ],
  [
    'the screen reaching the server',
    'web',
    "import { x } from '@gangmu/app'\nexport const y = x\n",
    'no-restricted-imports',
  ],
  [
    'a relative path into another package',
    'store',
    "import { x } from '../../core/src/refusal.js'\nexport const y = x\n",
    'no-restricted-imports',
  ],
  [
    'a deep import past exports',
    'app',
    "import { x } from '@gangmu/core/src/refusal.js'\nexport const y = x\n",
    'no-restricted-imports',
  ],
  [
    'a Node API in core',
    'core',
    "import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n",
    'no-restricted-imports',
  ],
  ['a clock in core', 'core', 'export const y = new Date()\n', 'no-restricted-globals'],
  ['the environment in text', 'text', 'export const y = process.env\n', 'no-restricted-globals'],
  ['chance in text', 'text', 'export const y = Math.random()\n', 'no-restricted-properties'],
])('%s', (_, name, source, rule) => {
  it(`is refused in ${name}`, () => {
    const file = `packages/${name}/src/planted.ts`
    expect(planted(file, source, () => lint(file))).toContain(rule)
  })
})

describe('the compiler', () => {
  it('refuses a Node API in core', () => {
    const source = "import { readFileSync } from 'node:fs'\nexport const y = [readFileSync, process.env]\n"
    const output = planted('packages/core/src/planted.ts', source, () => compile('core'))
    expect(output).toContain('planted.ts')
    expect(output).toMatch(/TS2307|TS2591|TS2304|TS2580/)
  })

  it('is content with core as it stands', () => {
    expect(compile('core')).toBe('')
  })
})

it('refuses an import cycle', () => {
  const one = 'packages/core/src/planted-one.ts'
  const output = planted(one, "import { b } from './planted-two.js'\nexport const a = () => b\n", () =>
    planted(
      'packages/core/src/planted-two.ts',
      "import { a } from './planted-one.js'\nexport const b = () => a\n",
      () => lint(one),
    ),
  )
  expect(output).toContain('no-cycle')
})
