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

/** A longer line is the article's, or nothing a page is made of. */
const LONGEST = 600

export type LineClass = 'control' | 'related' | 'byline' | 'caption' | 'notice' | 'stamp' | 'path'

/** What a line of the page is, or null where it may belong to the article. */
export function classify(line: string): LineClass | null {
  if (line.length > LONGEST) return null
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

type Verdict = LineClass | 'link' | 'page-title' | null

/** Lines of the page that are not the article. */
export function findChrome(text: string): readonly Change[] {
  const lines = text.split('\n')
  const own = lines.map(classify)
  const isProse = (i: number): boolean =>
    own[i] === null && /。/.test(lines[i] ?? '') && (lines[i] ?? '').length >= 24
  const prose = lines.flatMap((_, i) => (isProse(i) ? [i] : []))
  if (prose.length === 0) return removals(lines, keepSomething(lines, own))
  const [first = 0] = prose
  const last = prose.at(-1) ?? lines.length
  const end = own.findIndex((it, i) => i > last && it !== null && it !== 'caption' && it !== 'stamp')
  let body: ReadonlySet<string> | undefined
  let under = false
  const verdicts = lines.map((line, i): Verdict => {
    const it = own[i] ?? null
    if (it === 'related') under = true
    else if (isProse(i)) under = false
    if (it !== null || line === '') return it
    if (under) return 'link'
    // Behind the byline that ends an article, nothing belongs to it, save a title that speaks of it.
    if (end >= 0 && i > end) {
      body ??= pairsOf(lines.slice(0, last + 1).join('\n'))
      if (overlap(line, body) < 0.6) return 'link'
    }
    return i < first && repeats(lines, own, i) ? 'page-title' : null
  })
  return removals(lines, verdicts)
}

const BODY = 200_000

/** Neighbouring characters of a text. */
export function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  const bare = text.slice(0, BODY).replace(/[^\u4e00-\u9fff\w]/g, '')
  for (let i = 0; i + 1 < bare.length; i++) pairs.add(bare.slice(i, i + 2))
  return pairs
}

/** Share of the pairs of neighbouring characters of `line` that stand in a body. */
export function overlap(line: string, body: ReadonlySet<string>): number {
  const bare = line.slice(0, 200).replace(/[^\u4e00-\u9fff\w]/g, '')
  if (bare.length < 4) return 0
  let hit = 0
  for (let i = 0; i + 1 < bare.length; i++) if (body.has(bare.slice(i, i + 2))) hit++
  return hit / (bare.length - 1)
}

const NEAR = 12

/** Whether a line of the head repeats the headline under it, with a site's name or a date about it. */
function repeats(lines: readonly string[], classes: readonly (string | null)[], at: number): boolean {
  const here = lines[at] ?? ''
  for (let i = at + 1, seen = 0; i < Math.min(lines.length, at + NEAR) && seen < 3; i++) {
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

function removals(lines: readonly string[], classes: readonly Verdict[]): readonly Change[] {
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
