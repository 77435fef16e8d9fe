import { bylineLabels, chromeLines, giveaways, noticeOpenings, relatedHeadings } from '../chrome-words.js'
import type { Change } from '../trace.js'

const controls = new Set(chromeLines)
const related = new Set(relatedHeadings)
const labels = [...bylineLabels].sort((a, b) => b.length - a.length).join('|')
const byline = new RegExp(
  `^[【\\[（(▼▲■●◆◎※]?\\s?(?:(?:${labels})[/、]?){1,3}\\s?[】\\]]?\\s*[:：|｜丨/／]\\s?.{0,60}$`,
)
const credit =
  /^[（(【]?(?:(?:本报|全媒体|融媒体?|见习|实习|特约|[\u4e00-\u9fff]{2,6}报)?(?:记者|通讯员)|文[/／]图?|图[/／]|摄影[/／]|文图[/／])[\s:：/／]?[\u4e00-\u9fff·、，,\s/／]{2,40}[）)】]?$/
const caption =
  /^[▲△↑↓◀▶▼]|^(?:图为|图片说明|上图|下图|左图|右图|资料图)|^图\s?[\d一二三四五六七八九十]{0,3}[:：]|[\s/／）](?:摄|供图|制图|摄影)[）)。]?$/
const numericDate = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日\s*\d{1,2}[:：]\d{2}/
const decoration = /^[\s\-—_=*·.…~～|｜/\\<>《》+#▼▲■●◆◎※☆★↓↑→←]+$/

export type LineClass = 'control' | 'related' | 'byline' | 'caption' | 'notice' | 'stamp' | 'path'

/** What a line of the page is, or null where it may belong to the article. */
export function classify(line: string): LineClass | null {
  const bare = line.trim().replace(/^[【[（(▼▲■●◆◎※>|·\s]+|[】\])）:：>|·\s…]+$/g, '')
  if (bare === '') return line === '' ? null : decoration.test(line) ? 'control' : null
  if (related.has(bare)) return 'related'
  if (controls.has(bare)) return 'control'
  const text = line.trim()
  const prose = text.length > 60 && /。.*。/.test(text)
  if (giveaways.some((pattern) => pattern.test(text)) && (!prose || text.length < 300))
    return /^\S+$/.test(text) && /^[\x21-\x7e]+$/.test(text) ? 'path' : 'notice'
  if (text.length <= 300 && noticeOpenings.some((pattern) => pattern.test(text))) return 'notice'
  if (!prose && (byline.test(text) || credit.test(text))) return 'byline'
  if (text.length <= 160 && caption.test(text)) return 'caption'
  if (prose) return null
  if (isMenu(text)) return 'control'
  if (isStamp(text)) return 'stamp'
  return null
}

/** A row of controls or a breadcrumb: most of its words are such. */
function isMenu(line: string): boolean {
  if (line.length > 200) return false
  const words = line.split(/[\s|｜丨>›»·/、【】[\]]+/).filter((word) => word !== '')
  if (words.length < 2 || words.some((word) => word.length > 12)) return false
  const known = words.filter((word) => controls.has(word)).length
  return known * 2 > words.length || (/[>›»]/.test(line) && known > 0)
}

/** The date a page was printed with, with a site's name at most. */
function isStamp(line: string): boolean {
  if (line.length > 60 || !numericDate.test(line) || /[。！？]/.test(line)) return false
  const rest = line.replace(/[\d\-/.年月日:：\s|｜]+/g, '')
  return rest.length <= 14
}

const reasons: Readonly<Record<LineClass | 'link' | 'page-title', string>> = {
  control: '页面部件（导航、按钮、分享、评论），不属正文',
  related: '页面上相关链接的标题，不属正文',
  byline: '署名或发布信息行，不属标题和正文',
  caption: '图片说明，不属正文',
  notice: '站点声明、版权或推广语，不属正文',
  stamp: '站点页眉或发布时间行，不属标题和正文',
  path: '模板路径或网址残留，不属正文',
  link: '文末其他文章的链接标题或页面部件，与本文无关，其中的数字不得当作本文数量',
  'page-title': '网页标题，与其下的文章标题重复',
}

/** Lines of the page that are not the article. */
export function findChrome(text: string): readonly Change[] {
  const lines = text.split('\n')
  const classes: (LineClass | 'link' | 'page-title' | null)[] = lines.map(classify)
  const isProse = (i: number): boolean =>
    classes[i] === null && /。/.test(lines[i] ?? '') && (lines[i] ?? '').length >= 24
  const prose = lines.flatMap((_, i) => (isProse(i) ? [i] : []))
  if (prose.length === 0) return removals(lines, keepSomething(lines, classes))
  const first = prose[0] ?? 0
  const last = prose.at(-1) ?? lines.length
  for (let i = 0, under = false; i < lines.length; i++) {
    if (classes[i] === 'related') under = true
    else if (isProse(i)) under = false
    else if (under && classes[i] === null && lines[i] !== '') classes[i] = 'link'
  }
  markTail(lines, classes, last)
  for (let i = 0; i < first; i++)
    if (classes[i] === null && repeats(lines, classes, i)) classes[i] = 'page-title'
  return removals(lines, classes)
}

/** Behind the byline that ends an article, nothing belongs to it, save a title that speaks of it. */
function markTail(
  lines: readonly string[],
  classes: (LineClass | 'link' | 'page-title' | null)[],
  last: number,
): void {
  const end = classes.findIndex((it, i) => i > last && it !== null && it !== 'caption' && it !== 'stamp')
  if (end < 0) return
  const body = lines.slice(0, last + 1).join('\n')
  for (let i = end + 1; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (classes[i] === null && line !== '' && overlap(line, body) < 0.6) classes[i] = 'link'
  }
}

/** Share of the pairs of neighbouring characters of `line` that stand in `body`. */
export function overlap(line: string, body: string): number {
  const pairs = line.replace(/[^\u4e00-\u9fff\w]/g, '').slice(0, 80)
  if (pairs.length < 4) return 0
  let hit = 0
  for (let i = 0; i + 1 < pairs.length; i++) if (body.includes(pairs.slice(i, i + 2))) hit++
  return hit / (pairs.length - 1)
}

/** Whether a line of the head repeats the headline under it, with a site's name or a date about it. */
function repeats(lines: readonly string[], classes: readonly (string | null)[], at: number): boolean {
  const here = lines[at] ?? ''
  for (let i = at + 1, seen = 0; i < lines.length && seen < 3; i++) {
    const below = lines[i] ?? ''
    if (classes[i] !== null || below === '') continue
    seen++
    if (
      below.length >= 8 &&
      below.length <= here.length &&
      below.length >= here.length * 0.4 &&
      here.includes(below)
    )
      return true
  }
  return false
}

/** Without any sentence there may be no article to tell the page from: bare words stay. */
function keepSomething<T>(lines: readonly string[], classes: readonly (T | null)[]): readonly (T | null)[] {
  const left = lines.some((line, i) => classes[i] === null && line !== '')
  return left ? classes : classes.map(() => null)
}

function removals(
  lines: readonly string[],
  classes: readonly (LineClass | 'link' | 'page-title' | null)[],
): readonly Change[] {
  const changes: Change[] = []
  let tail = lines.length
  while (tail > 1 && classes[tail - 1]) tail--
  let at = 0
  for (const [i, line] of lines.entries()) {
    const why = classes[i]
    // The last lines go with the line feed before them, the others with the one behind.
    const start = i >= tail ? at - 1 : at
    const end = i >= tail || i === lines.length - 1 ? at + line.length : at + line.length + 1
    const note = why ? { derivation: `${reasons[why]}。`, certainty: certain(why) } : undefined
    if (note && end > start) changes.push({ start, end, text: '', note })
    at += line.length + 1
  }
  return changes
}

function certain(why: LineClass | 'link' | 'page-title'): 'high' | 'medium' {
  return why === 'link' || why === 'caption' ? 'medium' : 'high'
}
