import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@gangmu/contract'
import { describe, expect, it } from 'vitest'
import { en } from './en.js'
import { zhCn } from './zh-cn.js'

function keys(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${at} ${typeof value}`]
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, `${at}/${key}`))
}

describe('words', () => {
  it('have the same keys in both languages', () => {
    expect(keys(zhCn).sort()).toEqual(keys(en).sort())
  })

  it('have a sentence for every refusal a route names', () => {
    const codes = Object.values(routes).flatMap((nouns) =>
      Object.values(nouns).flatMap((route) => route.refusals),
    )
    expect(codes.filter((code) => !(code in en.refusals))).toEqual([])
  })

  it('stand in src/words and nowhere else', () => {
    const src = join(import.meta.dirname, '..')
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(tsx?|css)$/.test(file) && !/(^words\/|\.test\.)/.test(file.replaceAll('\\', '/')),
    )
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter((file) => /[\u3400-\u9fff]/.test(readFileSync(join(src, file), 'utf8')))).toEqual([])
  })
})
