import { units } from '../words/units.js'

/** A base unit in its dimension: `value * factor` is comparable with any other of the same dimension. */
const sizes: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  m2: ['area', 1],
  ha: ['area', 1e4],
  亩: ['area', 2000 / 3],
  m: ['length', 1],
  km: ['length', 1000],
  kg: ['mass', 1],
  t: ['mass', 1000],
  kWh: ['energy', 1],
  MWh: ['energy', 1000],
  GWh: ['energy', 1e6],
  kW: ['power', 1],
  MW: ['power', 1000],
  GW: ['power', 1e6],
  分钟: ['time', 1],
  小时: ['time', 60],
  天: ['time', 1440],
  工作日: ['time', 1440],
}

/** People are not counted with things: 500人 and 500家 measure different promises. */
const people = /^(?:人|名|人次|岁|户人|位)$/u

/** Things are counted with many words (家, 个, 户): one dimension. */
export function measureOf(unit: string): readonly [dimension: string, factor: number] {
  return (
    sizes[unit] ??
    (people.test(unit) ? ['people', 1] : units[unit]?.kind === 'count' ? ['count', 1] : [unit, 1])
  )
}
