import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restore, toReceived, toRestored } from './index.js'

const clean = new URL('../../vectors/restore/clean/', import.meta.url)
const shared = new URL('../../../../../shared/', import.meta.url)

function textsIn(folder: URL, ending: string): readonly (readonly [name: string, text: string])[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
}

const damaged =
  '會(huì )議強調,要著力推進(jìn)園區(qū)建設(shè)&ldquo;一張圖&rdquo;。\n\n\n來源: 云澤日報\n點分享'

describe('clean text', () => {
  for (const [name, text] of [
    ...textsIn(clean, '.txt'),
    ...textsIn(new URL('gold/', shared), '.restored.txt'),
  ]) {
    it(`comes back unchanged: ${name}`, () => {
      const restored = restore(text)
      expect(restored.text).toBe(text)
      expect(restored.edits).toEqual([])
      expect(restored.repairs.filter((repair) => repair.applied)).toEqual([])
    })
  }
})

describe.runIf(existsSync(new URL('documents/', shared)))('the real documents beside the project', () => {
  for (const [name, text] of textsIn(new URL('documents/', shared), '.txt')) {
    const restored = restore(text)
    const gold = new URL(`gold/${name.replace('.txt', '.restored.txt')}`, shared)
    it(`restores ${name}`, () => {
      if (existsSync(gold)) expect(restored.text.trim()).toBe(readFileSync(gold, 'utf8').trim())
      expect(restored.text).not.toMatch(/[?&\ufffd]|\([a-zà-ü]+\)/)
      expect(restore(restored.text).text).toBe(restored.text)
      expectMaps(text, restored)
    })
  }
})

function expectMaps(received: string, restored: ReturnType<typeof restore>): void {
  for (const edit of restored.edits) {
    const [start, end] = edit.restored
    if (end > start) expect(toReceived(restored, start, end)).toEqual(edit.received)
  }
  const edited = new Set<number>()
  for (const {
    restored: [start, end],
  } of restored.edits)
    for (let i = start; i < end; i++) edited.add(i)
  for (let at = 0; at < restored.text.length; at++) {
    if (edited.has(at)) continue
    const [start, end] = toReceived(restored, at, at + 1)
    if (received.slice(start, end) !== restored.text.charAt(at))
      throw new Error(`${at} ${restored.text.charAt(at)} came from ${received.slice(start, end)}`)
    expect(toRestored(restored, start, end)).toEqual([at, at + 1])
  }
}

describe('offsets', () => {
  it('map both ways through a moved title', () => {
    const received =
      '昨天，沐川區(qū)召開(kāi)三年行動(dòng)推進會，部署技術改造工作，要求各鎮各部門(mén)協同發力、務求實效、早見成效。\n會議指出，要推動三年行動落地。\n部署三年行動 推動技術改造工作\n編輯：江渚'
    const restored = restore(received)
    expect(restored.text.split('\n')[0]).toBe('部署三年行动 推动技术改造工作')
    expectMaps(received, restored)
    const [start, end] = toReceived(restored, 0, 6)
    expect(received.slice(start, end)).toBe('部署三年行動')
  })

  it('map whatever was received', () => {
    fc.assert(
      fc.property(pages, (received) => {
        expectMaps(received, restore(received))
      }),
      { numRuns: 120 },
    )
  })
})

const words = fc.constantFrom(
  '會(huì )議',
  '區(qū)域',
  '強調',
  '要著力',
  '吉印通',
  '"一件事"',
  ',',
  '。',
  '!',
  '?',
  '(街道)',
  ' ',
  '\n',
  '\r\n',
  '&nbsp;',
  '&ldquo;',
  '3.5%',
  '2026-03-18 10:00',
  '来源：云泽日报',
  '編輯',
  '相关阅读',
  '点分享',
  '推进项目建设',
  '?duì)I收',
  '?！靶聟菂^(qū)',
  '??平坛且l(fā)',
  '江 阴',
  'ｘ１',
  '⼯业',
  '\u200b',
  '著',
  'GDP',
  '《',
  '》',
  '上海',
)
const pages = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''))

describe('any input', () => {
  it('is restored once and for all', () => {
    fc.assert(
      fc.property(pages, (received) => {
        const once = restore(received).text
        expect(restore(once).text).toBe(once)
      }),
      { numRuns: 200 },
    )
  })

  it('does not break the chain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (received) => {
        const { text, edits } = restore(received)
        expect(edits.every((edit) => edit.restored[1] <= text.length)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** Fragments that pages are broken into, repeated: what makes a careless pattern or search run for minutes. */
const fragments = fc.constantFrom(
  '會(',
  '會)',
  '(huì)',
  '"',
  '“',
  '&ldquo',
  '&amp;amp;',
  '?',
  '会?！靶',
  '?duì)',
  '會(huì)?;',
  '首页 > ',
  '来源：',
  '相关阅读\n',
  '评论\n',
  'abc ',
  '1,',
  '1:2',
  'http://',
  'a@',
  '2026-03-18 ',
  '\t\u3000',
  '\n',
  '一、',
)

describe('what nobody would write', () => {
  it('is restored whatever is repeated', () => {
    fc.assert(
      fc.property(fc.array(fragments, { minLength: 1, maxLength: 3 }), fc.boolean(), (parts, after) => {
        const received = (after ? damaged : '') + parts.join('').repeat(400)
        const restored = restore(received)
        expect(restored.edits.every((edit) => edit.restored[1] <= restored.text.length)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('is left where a document holds too much of it, and said to be', () => {
    const received = `${damaged}\n${'?！靶聟菂^(qū)發(fā)展。'.repeat(300)}`
    const left = restore(received).repairs.filter((it) => it.kind === 'shifted-run' && !it.applied)
    expect(left.at(-1)?.derivation).toMatch(/尚有\d+处未作还原/)
  })
})

describe('refusal', () => {
  it('leaves the damaged form of a repair that stands alone', () => {
    const [repair] = restore(damaged).repairs.filter((it) => it.kind === 'variant')
    expect(repair?.damaged).toBe('著')
    const again = restore(damaged, { refused: new Set([repair?.key ?? '']) })
    expect(again.text).toContain('要著力')
    expect(again.repairs.find((it) => it.key === repair?.key)?.applied).toBe(false)
  })

  it('leaves a line that somebody wants kept, and a whole kind of conversion', () => {
    const { repairs } = restore(damaged)
    const byline = repairs.find((it) => it.damaged.includes('來源'))
    const again = restore(damaged, { refused: new Set([byline?.key ?? '', 'script:all']) })
    expect(again.text).toContain('來源')
    expect(again.text).toContain('會議強調')
  })
})

it('lists mechanical conversion once a kind, with its count', () => {
  const summaries = restore(damaged).repairs.filter((repair) => repair.key.endsWith(':all'))
  expect(summaries.map((it) => [it.kind, it.occurrences])).toEqual([
    ['entity', 2],
    ['pinyin', 4],
    ['script', 8],
    ['punctuation', 2],
    ['spacing', 1],
    ['line-break', 1],
  ])
})
