import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

const simplified = Converter({ from: 't', to: 'cn' })

/** A small generator, so that the same seed draws the same table everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
}

/** Very common characters of the traditional script: pages annotate from a table, not only what a text holds. */
const common =
  '區發業產創實進會設動現優開強態領關質協務項調時經濟機記建數當隊營節購對應體學國長門間場個來說書見識義議' +
  '戰農鄉鎮園專線聯網絡環衛醫療養規劃總結構點積極響導職權責監測試驗標準組織織續繼統計劃報紙題階級層層' +
  '電氣車運輸達過還遠連選邊違變讓護許訪談論認證評語請諸課誰調謀謝黨團圖圓雙歷歡觀視覺親覽銳錢鐵鋼銀鏈錄'

/** Traditional characters and one reading each, in the order a page replaces them. */
export function readingTable(
  source: string,
  seed: number,
  spaced: boolean,
): readonly (readonly [string, string])[] {
  const next = random(seed)
  const chars = [...new Set([...common, ...source])].filter((char) => /[\u4e00-\u9fff]/.test(char))
  const drawn = chars.filter((char) => common.includes(char) || (next() < 0.3 && isTraditionalOnly(char)))
  const keyed = drawn.map((char) => [next(), char] as const).sort((a, b) => a[0] - b[0])
  return keyed.flatMap(([, char]) => {
    const reading = pinyin(char)
    return /^[a-zà-üāēěīńňōūǎǐǒǔǖǘǚǜ]+$/.test(reading)
      ? [[char, spaced && next() < 0.4 ? `${reading} ` : reading] as const]
      : []
  })
}

function isTraditionalOnly(char: string): boolean {
  return simplified(char) !== char
}
