import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAnchor, emptyLexicon, findingBody, type Restoration } from '@gangmu/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restore } from '../restore/index.js'
import { jsonLines } from './json-lines.js'
import { read, readText } from './read.js'

const asRead = (text: string): Restoration => ({ rules: 'none', text, edits: [], repairs: [] })

/** Text made of the characters the rules look for, so that a random string meets them often. */
const pieces =
  '今年 2025年 到 2027年 底 力争 确保 将 要 突破 超 50 亿元 1.2万 家 % 以上 项目 总投资 开工 竣工 建成 ，，； 。 、 “ ” （ ） 《 》 会议 强调 市委 江阴 无锡市 产业园 第 5 个 千亿级 签署 协议 分别 增长 由 提高到 推进 加快 和 的 \n 一是 全市第一 了 后 预计 每年 3 - 5 至'.split(
    ' ',
  )

describe('read', () => {
  it('anchors every finding in any text, and gives only bodies the schema knows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 120 }),
        (words) => {
          const text = words.join('')
          for (const { anchor, body } of readText(text, text, emptyLexicon).findings) {
            expect(checkAnchor(text, anchor, 'finding')).toBeNull()
            expect(findingBody.safeParse(body).success).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('says the same twice, and numbers findings in the order of the text', () => {
    const text =
      '无锡市委召开会议。会议强调，全市要加快推进功能区建设，实施重点项目120个，力争2027年底前建成投用。'
    const input = { received: text, restoration: asRead(text), lexicon: emptyLexicon }
    const reading = read(input)
    expect(read(input)).toEqual(reading)
    expect(reading.findings.map((it) => it.ordinal)).toEqual(reading.findings.map((_, index) => index + 1))
    expect(reading.findings.length).toBeGreaterThan(3)
  })

  it('finds nothing on a page about something else', () => {
    const text =
      '周末的菜谱：鸡蛋3个，牛奶200毫升，面粉500克。先把面粉过筛，再加入鸡蛋搅拌10分钟，放进烤箱以180度烤30分钟，即可食用。'
    expect(read({ received: text, restoration: asRead(text), lexicon: emptyLexicon }).findings).toEqual([])
  })

  it('reads notices of a sentence or two, and none of daily life', () => {
    const found = (text: string): number =>
      read({ received: text, restoration: asRead(text), lexicon: emptyLexicon }).findings.length
    expect(found('沚阳市要在2026年9月底前建成泽湾科创载体2.4万平方米。')).toBeGreaterThan(1)
    expect(found('苇河高新区今年计划新增高新技术企业35家，完成技改投资12亿元。')).toBeGreaterThan(1)
    for (const text of [
      '扬州市区一家早茶店推出98元双人套餐，周末排队2小时，市民纷纷打卡。',
      '某公司招聘销售经理5名，月薪8000元以上，地点在昆山市开发区。',
      '昆山市一辆货车与轿车相撞，造成2人受伤，交警已展开调查。',
      '某楼盘位于无锡市滨湖区，建筑面积12万平方米，均价2.3万元，预计2026年底交付，项目配套完善。',
      '昨晚联赛第5轮，南通队2比0战胜徐州队，现场观众2.8万人，门将完成6次扑救，积分榜位居全省第一。',
      '新款手机今日开售，售价3999元，苏州市首批到货500台。',
    ])
      expect(found(text), text).toBe(0)
  })

  it('takes its year from the signature, the title, and last from the day of receipt', () => {
    const dated = (text: string, receivedOn?: string): [string | null, string | null] => {
      const { facts } = read({
        received: text,
        restoration: asRead(text),
        lexicon: emptyLexicon,
        ...(receivedOn === undefined ? {} : { receivedOn }),
      })
      return [facts.date, facts.dateBasis]
    }
    expect(dated('全市推进项目建设。\n梧江市政府办公室\n2026年3月2日')).toEqual(['2026-03-02', 'printed'])
    expect(dated('梧江市2025年工作回顾\n1月8日，会议召开，全市推进项目建设。')).toEqual([
      '2026-01-08',
      'event',
    ])
    expect(dated('12月3日，全市推进项目建设。', '2026-02-01')).toEqual(['2025-12-03', 'inferred'])
    expect(dated('12月3日，全市推进项目建设。')).toEqual([null, null])
  })

  it('is dated by no deadline', () => {
    const dated = (text: string, receivedOn?: string): [string | null, string | null] => {
      const { facts } = readText(text, text, emptyLexicon, undefined, receivedOn)
      return [facts.date, facts.dateBasis]
    }
    for (const words of ['前', '之前', '以前']) {
      const text = `各单位于2026年9月30日${words}报送项目清单，沚阳市要在2027年6月30日${words}建成载体。`
      expect(dated(text), words).toEqual([null, null])
      expect(dated(text, '2026-03-02'), words).toEqual(['2026-03-02', 'inferred'])
      expect(dated(`梧江市2026年重点项目\n各单位9月30日${words}报送项目清单。`), words).toEqual([null, null])
    }
    expect(dated('2026年3月5日前往沚阳市调研项目建设。')).toEqual(['2026-03-05', 'printed'])
  })

  it('speaks for the county of its title, and for the region whose words were given', () => {
    const county = '丹阳市推进会召开\n全市要加快推进项目建设，镇江市要求年内新增企业20家，丹阳要落实责任。'
    const { facts, findings } = readText(county, county, emptyLexicon)
    expect(facts.region).toBe('镇江市丹阳市')
    expect(findings.find((it) => it.body.kind === 'action')?.body).toMatchObject({ actor: '丹阳市' })
    const invented = '云泽市推进会召开。会同有关部门，临川路改造年内完工，云泽市要加快项目建设。'
    expect(readText(invented, invented, { ...emptyLexicon, region: '云泽市' }).facts.region).toBe('云泽市')
  })

  it('writes a doc row first, then a row a finding with quote and span', () => {
    const text =
      '无锡市政府、江阴市政府、宜兴市政府推进重点项目建设，深化改革，实施工程，今年新增高新技术企业120家以上。'
    const restoration = asRead(text)
    const lines = jsonLines(read({ received: text, restoration, lexicon: emptyLexicon }), text, 'x').map(
      (it) => JSON.parse(it),
    )
    expect(lines[0]).toMatchObject({ kind: 'doc', id: 'x-d001', region: '无锡市' })
    const quantity = lines.find((it) => it.kind === 'quantity')
    expect(quantity).toMatchObject({ id: 'x-q001', value: 120, unit: '家', comparator: '>=' })
    expect(text.slice(...(quantity.span as [number, number]))).toBe(quantity.quote)
  })
})

it('reads a lead of more lines than a call takes arguments', () => {
  const text = `会\n${'湖\n'.repeat(150_000)}`
  expect(readText(text, text, emptyLexicon).findings).toEqual([])
}, 60_000)

const SHARED = new URL('../../../../../shared/', import.meta.url).pathname
const FLOORS = { quantity: 0.95, milestone: 0.85, action: 0.88, entity: 0.85 } as const

describe.skipIf(!existsSync(join(SHARED, 'gold/score.mjs')))('the documents with worked truth', () => {
  it('are read from their raw form above the floors', () => {
    const out = mkdtempSync(join(tmpdir(), 'gangmu-read-'))
    try {
      for (const file of readdirSync(join(SHARED, 'documents'))) {
        const received = readFileSync(join(SHARED, 'documents', file), 'utf8')
        const restoration = restore(received)
        const reading = read({ received, restoration, lexicon: emptyLexicon })
        writeFileSync(
          join(out, file.replace('.txt', '.jsonl')),
          jsonLines(reading, restoration.text, file).join('\n'),
        )
      }
      const said = execFileSync(
        process.execPath,
        [join(SHARED, 'gold/score.mjs'), '--all', join(SHARED, 'gold'), out, '--json'],
        {
          encoding: 'utf8',
          maxBuffer: 1 << 26,
        },
      )
      const kinds = JSON.parse(said).total.kinds
      for (const [kind, floor] of Object.entries(FLOORS)) {
        const { tp, gold, system } = kinds[kind]
        expect((2 * tp) / (gold + system), kind).toBeGreaterThanOrEqual(floor)
      }
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  }, 60_000)
})
