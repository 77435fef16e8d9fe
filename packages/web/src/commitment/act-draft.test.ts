import { expect, it } from 'vitest'
import { namedOwner, numberOf } from './act-draft.js'

it('reads numbers as people type them', () => {
  const typed = ['', '12', '1,200', '4.6万', '2200亿', '-3.5', '万', 'abc', '1e3']
  expect(typed.map(numberOf)).toEqual([
    null,
    12,
    1200,
    46_000,
    220_000_000_000,
    -3.5,
    undefined,
    undefined,
    1000,
  ])
})

it('proposes the unit a sentence names in full, the first of them, and nobody else', () => {
  const units = ['沚阳市', '沚阳高新区', '市住房城乡建设局'].map((name) => ({ unit: `u-${name}`, name }))
  expect(namedOwner(units, '沚阳高新区、沚阳市年底前建成充电棚300个')).toBe('u-沚阳高新区')
  expect(namedOwner(units, '由市住房城乡建设局每周通报')).toBe('u-市住房城乡建设局')
  expect(namedOwner(units, '沚阳要抓紧建成')).toBeNull()
})
