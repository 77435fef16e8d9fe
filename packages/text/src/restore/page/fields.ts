import { bylineLabels, chromeLines, recordLabels, weakLabels, weakLines } from '../chrome-words.js'

// Lines that are made of fields: `2026-03-18 09:12 来源：云泽日报 浏览次数：213`, `阅读 2.3万 · 点赞 1268`.

const controls = new Set(chromeLines)
const weak = new Set(weakLines)
const labels = new Set([...bylineLabels, ...recordLabels, ...weakLabels])

const date =
  /\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日|(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)|(?:星期|周)[一二三四五六日天]/g
const labelled = /([\u4e00-\u9fff]{2,8})\s?[:：|｜]\s?[^\s，。；！？|｜:：]{0,24}/g
const counters =
  '阅读量?|赞|在看|浏览量?|点赞|收藏|评论|转发|分享|播放|人气|点击|热度|粉丝|跟帖|围观|订阅|观看|喜欢|点踩'
const counter = new RegExp(
  `(?:${counters})(?:数|次数)?\\s?[:：(（]?\\s?\\d[\\d.,]*\\s?[万亿kKwW]?\\+?\\s?[次人条个]?[)）]?|\\d[\\d.,]*\\s?[万亿kKwW]?\\+?\\s?[次人条个]?(?:人?(?:${counters})过?)`,
  'g',
)
const separators = /[\s|｜丨/·•、,，:：;；[\]【】()（）<>《》\-—]+/

export type FieldClass = 'byline' | 'stamp' | 'control'

const LONGEST = 160

/** What a line that is made of fields and controls is; null where it says anything else. */
export function fieldsOf(line: string): FieldClass | null {
  if (line.length > LONGEST || !/\d|[:：|｜]/.test(line) || /[。！？]/.test(line)) return null
  let fields = 0
  let dates = 0
  let counts = 0
  const rest = line
    .replace(labelled, (field, label: string) => {
      if (!labels.has(label)) return field
      fields++
      // A date in a value may hold a space, so it is left to the next pattern.
      return ` ${/\d{4}[-/.年]/.test(field) ? field.replace(/^[^:：|｜]*[:：|｜]/, '') : ''} `
    })
    .replace(date, () => {
      dates++
      return ' '
    })
    .replace(counter, () => {
      counts++
      return ' '
    })
  if (fields + dates + counts < 2 && counts === 0) return null
  const words = rest.split(separators).filter((word) => word !== '')
  const other = words.filter((word) => !controls.has(word) && !weak.has(word) && !/^A[+-]?$/.test(word))
  const left = other.join('').length
  if (left === 0 && counts > 0 && fields + dates === 0) return 'control'
  // A site's name or a writer's may stand beside the fields without a label.
  if (fields > 0 && (left === 0 || (fields + dates + counts >= 2 && left <= 10))) return 'byline'
  return dates > 0 && left === 0 ? 'stamp' : null
}
