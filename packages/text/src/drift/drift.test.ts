import { readFileSync } from 'node:fs'
import { type DriftKind, emptyLexicon } from '@gangmu/core'
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

function yunze(name: string): Side {
  const received = readFileSync(new URL(`../../../../packs/yunze/documents/${name}`, import.meta.url), 'utf8')
  const restoration = restore(received)
  return { text: restoration.text, reading: read({ received, restoration, lexicon: emptyLexicon, name }) }
}
