const firm = ['确保', '保证', '务必', '必须']
const planned = ['计划', '目标', '拟']
const tried = ['力争', '争取', '努力', '冲刺']
const hoped = ['预计', '预期', '有望', '适时', '择机', '视情', '谋划', '酝酿', '条件成熟']
const scale = [hoped, tried, planned, [], firm]
const PLAIN = scale.findIndex((words) => words.length === 0)
const all = scale.flat()

/** The word of intent that stands nearest to what is pledged: the last one. Null where it is pledged plainly. */
export function hedgeIn(words: string): string | null {
  const found = all
    .map((it) => ({ it, at: words.lastIndexOf(it) }))
    .filter(({ it, at }) => at >= 0 && !(it === '计划' && /计划[》”]/u.test(words.slice(at, at + 3))))
    .toSorted((a, b) => b.at - a.at)
  return found[0]?.it ?? null
}

/** How much a word of intent binds; more is firmer. */
export function firmness(hedge: string | null): number {
  return hedge === null ? PLAIN : scale.findIndex((words) => words.includes(hedge))
}
