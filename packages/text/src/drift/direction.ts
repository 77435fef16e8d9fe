import type { BodyOf } from '@gangmu/core'

const burden =
  /能耗|耗电|耗水|水耗|物耗|煤耗|排放|浓度|死亡|伤亡|事故|火灾|发案|投诉|失业|负债|债务|不良|逾期|违法|成本|费用|时限|时长|用时|工作日|办理时间|办结时间|开办时间|审批时间|通勤时间|排名|位次|PM2|空置|流失|贫困/u
const fall = /下降|降低|减少|压减|压降|削减|缩短|压缩|降幅|减排|节约|节能|减量/u
const level = /(?:下降|降低|减少|压减|压降|削减|缩短|压缩|降)(?:到|至|为)|降至|降到|控制在/u

/** Which way a figure is the better promise: less energy, fewer accidents; but a larger fall. */
export function betterOf(body: BodyOf<'quantity'>, quote: string): 'higher' | 'lower' {
  if (body.form === 'rank') return 'lower'
  if (body.comparator === '<' || body.comparator === '<=') return 'lower'
  const burdened = burden.test(body.indicator) || body.unit === '工作日'
  if (level.test(quote) && burdened) return 'lower'
  if (fall.test(body.indicator) || (burdened && fall.test(quote))) return 'higher'
  return burdened ? 'lower' : 'higher'
}
