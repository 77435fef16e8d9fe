import { readFileSync } from 'node:fs'
import { type DriftKind, emptyLexicon, lexiconFromPack, packLink, packManifest, packUnit } from '@gangmu/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, readText } from '../extract/read.js'
import { restore } from '../restore/index.js'
import { drift } from './drift.js'
import type { Side } from './pledge.js'

const things = ['社区养老服务站', '口袋公园', '公办幼儿园', '停车泊位', '充电桩', '工业厂房', '农贸市场']
const pledge = fc.record({
  thing: fc.constantFrom(...things),
  hedge: fc.constantFrom('', '确保', '力争'),
  size: fc.integer({ min: 5, max: 60 }),
  month: fc.integer({ min: 7, max: 12 }),
})
/** One sentence for each thing, so that none has a rival. */
const plan = fc
  .uniqueArray(pledge, { selector: (it) => it.thing, minLength: 1, maxLength: 6 })
  .map((all) =>
    sideOf(all.map((it) => `会议强调，2026年${it.month}月底前要${it.hedge}新建${it.thing}${it.size}个。`)),
  )

function sideOf(lines: readonly string[]): Side {
  const text = ['澜汀区民生项目清单', ...lines].join('\n')
  return { text, reading: { rules: '', ...readText(text, `2026-01-10\n${text}`, emptyLexicon) } }
}

const swapped: Readonly<Record<DriftKind, readonly DriftKind[]>> = {
  kept: ['kept'],
  dropped: ['new'],
  new: ['dropped'],
  raised: ['weakened', 'postponed'],
  weakened: ['raised'],
  postponed: ['raised'],
}

/** What is changed in a document of the invented place, and what must be seen of it. */
const edits: readonly (readonly [from: string, to: string, seen: string])[] = [
  ['技术合同成交额突破120亿元', '技术合同成交额达到120亿元左右', 'weakened 技术合同成交额'],
  ['改造城镇燃气管网55公里', '改造燃气管网48公里', 'weakened 改造城镇燃气管网'],
  ['3月底前建成储能安全监测平台', '加快建成储能安全监测平台', 'weakened 储能安全监测平台'],
  ['新增社区养老服务站12个', '新建社区养老服务站15个', 'raised 新增社区养老服务站'],
  ['年内上架数据产品500个', '年内上架数据产品800个', 'raised 上架数据产品'],
  ['吞吐量力争突破', '吞吐量确保突破', 'raised 港口货物吞吐量'],
  ['今年8月开工', '今年10月开工', 'postponed 霜渚精密制造产业园三期'],
  ['6月底前开通直达', '9月底前开通直达', 'postponed 直达中亚的班列'],
  ['筹建青年公寓3000套', '', 'dropped 筹建青年公寓'],
]

/** The names of the invented place, as its pack gives them to the reader. */
const place = lexiconFromPack({
  manifest: packManifest.parse(packFile('pack.json')),
  units: (packFile('units.json') as unknown[]).map((it) => packUnit.parse(it)),
  links: (packFile('links.json') as unknown[]).map((it) => packLink.parse(it)),
  people: [],
  themes: [],
  tiles: [],
  documents: [],
})

/** What the half-year document of the invented place says of the pledges, by hand: all of these three kinds. */
const halfway = {
  weakened: [
    '服务企业',
    '建设省级以上智能工厂',
    '建成人才公寓',
    '沚阳的目标是地区生产总值增长率',
    '港口货物吞吐量',
    '澹湖传感器产业园新增入园企业',
    '企业开办时间压缩',
    '落地项目',
    '绿道',
    '车站全部进场施工',
  ],
  postponed: ['霜渚精密制造产业园三期', '沄渡临港产业园铁路专用线', '市人民医院新院区', '供地'],
  raised: [
    '数字经济核心产业增加值占比增长率',
    '招引10亿元以上项目',
    '开放',
    '新建泵站',
    '高新技术企业',
    '新开工5亿元以上产业项目',
    '资产负债率',
    '新能源产业产值',
    '改造城镇燃气管网',
  ],
}

describe('drift', () => {
  it('of a document and itself is nothing but kept', () => {
    fc.assert(
      fc.property(plan, (it) => {
        const found = drift(it, it)
        expect(found.length).toBeGreaterThan(0)
        expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['kept']))
      }),
      { numRuns: 40 },
    )
  })

  it('turns round with its documents, where its signs agree', () => {
    fc.assert(
      fc.property(plan, plan, (one, other) => {
        const back = drift(other, one)
        for (const it of drift(one, other)) {
          if (new Set(it.why.map(({ effect }) => effect).filter((effect) => effect !== 'same')).size > 1)
            continue
          const same = back.find(
            ({ older, newer }) =>
              older?.ordinal === it.newer?.ordinal && newer?.ordinal === it.older?.ordinal,
          )
          expect(swapped[it.kind]).toContain(same?.kind)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('sees every change planted in a long document, and no other', () => {
    const older = yunze('boards-pledges.txt')
    const changed = edits.reduce((text, [from, to]) => {
      expect(text).toContain(from)
      return text.replace(from, to)
    }, older.text)
    const dated = (text: string): Side => received('pledges', `2026-01-22 09:00\n${text}`)
    const found = drift(dated(older.text), dated(changed)).filter(({ kind }) => kind !== 'kept')
    expect(found.map(({ kind, subject }) => `${kind} ${subject}`).toSorted()).toEqual(
      edits.map(([, , seen]) => seen).toSorted(),
    )
  })

  it('sees half a year later what four boards changed of their pledges', () => {
    const found = drift(yunze('boards-pledges.txt', place), yunze('boards-halfway.txt', place))
    const of = (kind: DriftKind) => found.filter((it) => it.kind === kind).map((it) => it.subject)
    for (const [kind, subjects] of Object.entries(halfway)) {
      expect(of(kind as DriftKind).toSorted(), kind).toEqual(subjects.toSorted())
    }
    // The other four boards do not speak in the newer document, and are not told to have dropped anything.
    const silent = /云阙|松屿|荻川|漪湾/u
    expect(found.filter((it) => it.kind === 'dropped' && silent.test(it.actor))).toEqual([])
    expect(of('dropped')).toContain('攻关团队')
    expect(of('kept')).toContain('引进数字人才')
  })

  it('sees the project that slips between two documents of the invented place', () => {
    const found = drift(yunze('boards-pledges.txt'), yunze('inspection-lanting.txt'))
    const slipped = found.filter(({ kind }) => kind === 'postponed')
    expect(slipped).toMatchObject([
      {
        subject: '霜渚精密制造产业园三期',
        certainty: 'high',
        older: { anchor: { quote: expect.stringContaining('8月开工') } },
        newer: { anchor: { quote: expect.stringContaining('调整到9月') } },
      },
    ])
    expect(slipped[0]?.why).toContainEqual({ of: 'due', from: '2026-08', to: '2026-09', effect: 'later' })
  })
})

function yunze(name: string, lexicon = emptyLexicon): Side {
  return received(name, documentOf(name), lexicon)
}

function packFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../packs/yunze/${name}`, import.meta.url), 'utf8'))
}

function documentOf(name: string): string {
  return readFileSync(new URL(`../../../../packs/yunze/documents/${name}`, import.meta.url), 'utf8')
}

function received(name: string, text: string, lexicon = emptyLexicon): Side {
  const restoration = restore(text)
  return {
    text: restoration.text,
    reading: read({ received: text, restoration, lexicon, name }),
  }
}
