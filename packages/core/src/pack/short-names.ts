import type { PackUnit, UnitKind } from '../unit/unit.js'
import { groupBy } from './group-by.js'

const suffixes = ['街道', '镇', '乡', '新区', '区', '市', '县', '省'] as const
const ranks: readonly UnitKind[] = ['province', 'city', 'district', 'town']

/**
 * Stems that are words of their own: 新建 is a verb, 城东 a direction, 太湖 a lake. A town may be called so, but a
 * text that says the stem seldom means the town.
 */
const words: ReadonlySet<string> = new Set(
  '新建 新街 新庄 新桥 新城 新港 新华 新民 城东 城西 城南 城北 城中 城关 中心 中山 太湖 西湖 东湖 南湖 长安 和平 解放 人民 建设 胜利 光明 团结 幸福 友谊 工业 开发 高新 北大街 洛阳 万石 桃源'.split(
    ' ',
  ),
)

/**
 * Short form of each division that has a safe one (梅村街道 → 梅村, 江阴市 → 江阴), by unit id. Two characters at
 * least; where two units share a stem the higher has it (惠山区 before 惠山街道), equals have none; a town has none
 * where its stem is a word or stands inside the name of another unit.
 */
export function shortNames(units: readonly PackUnit[]): ReadonlyMap<string, string> {
  const taken = new Set(units.flatMap((it) => [it.name, ...it.aka]))
  const shorts = new Map<string, string>()
  for (const kind of ranks) {
    const stems = units
      .filter((it) => it.kind === kind)
      .flatMap((unit) => {
        const stem = stemOf(unit.name)
        return stem === null || taken.has(stem) ? [] : [{ unit, stem }]
      })
    for (const [stem, bearers] of groupBy(stems, (it) => it.stem)) {
      const [only, ...others] = bearers
      taken.add(stem)
      if (only === undefined || others.length > 0) continue
      if (kind === 'town' && (words.has(stem) || standsInside(stem, only.unit, units))) continue
      shorts.set(only.unit.id, stem)
    }
  }
  return shorts
}

function stemOf(name: string): string | null {
  const suffix = suffixes.find((it) => name.endsWith(it))
  const stem = suffix === undefined ? '' : name.slice(0, -suffix.length)
  return stem.length < 2 ? null : stem
}

/** A park may well bear the name of the town it lies in, so only names that put more before the stem count. */
function standsInside(stem: string, own: PackUnit, units: readonly PackUnit[]): boolean {
  return units.some((it) => it.id !== own.id && it.name.indexOf(stem) > 0)
}
