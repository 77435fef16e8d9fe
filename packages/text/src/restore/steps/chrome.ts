import { type Verdict, verdicts } from '../page/article.js'
import { creditsOf } from '../page/credit.js'
import type { Change } from '../trace.js'

const reasons: Readonly<Record<Verdict, string>> = {
  control: '页面部件（导航、按钮、分享、评论），不属正文',
  related: '页面上相关链接的标题，不属正文',
  comments: '网友评论区，不属正文',
  byline: '署名或发布信息行，不属标题和正文',
  record: '公文信息表的一栏，不属标题和正文',
  caption: '图片说明，不属正文',
  notice: '站点声明、版权或推广语，不属正文',
  stamp: '站点页眉或发布时间行，不属标题和正文',
  path: '模板路径或网址残留，不属正文',
  site: '站点、报刊或账号的名称，不属标题和正文',
  link: '文末其他文章的链接标题或页面部件，与本文无关，其中的数字不得当作本文数量',
  'page-title': '网页标题，与其下的文章标题重复',
}

/** A person may look again at these: they are told by where they stand. */
const likely: ReadonlySet<Verdict> = new Set(['link', 'caption', 'site'])

/** Lines of the page that are not the article. */
export function findChrome(text: string): readonly Change[] {
  const lines = text.split('\n')
  const found = verdicts(lines)
  const changes: Change[] = []
  let tail = lines.length
  while (tail > 1 && found[tail - 1]) tail--
  let at = 0
  for (const [i, line] of lines.entries()) {
    const why = found[i]
    // The last lines go with the line feed before them, the others with the one behind.
    const start = i >= tail ? at - 1 : at
    const end = i >= tail || i === lines.length - 1 ? at + line.length : at + line.length + 1
    if (why && end > start) {
      const note = {
        derivation: `${reasons[why]}。`,
        certainty: likely.has(why) ? ('medium' as const) : ('high' as const),
      }
      changes.push({ start, end, text: '', note })
    }
    if (!why) {
      for (const [from, to] of creditsOf(line)) {
        const note = { derivation: `${reasons.byline}。`, certainty: 'high' as const }
        changes.push({ start: at + from, end: at + to, text: '', note })
      }
    }
    at += line.length + 1
  }
  return changes
}
