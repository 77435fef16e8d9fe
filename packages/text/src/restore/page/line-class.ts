import {
  bylineLabels,
  chromeLines,
  commentHeadings,
  contact,
  giveaways,
  noticeOpenings,
  recordLabels,
  relatedHeadings,
  shortNotices,
  softGiveaways,
  weakLabels,
  weakLines,
  weakRecordLabels,
} from '../chrome-words.js'
import { fieldsOf } from './fields.js'

const controls = new Set(chromeLines)
const weak = new Set(weakLines)
const related = new Set(relatedHeadings)
const comments = new Set(commentHeadings)

const labels = new Set(bylineLabels)
const anyLabels = new Set([...bylineLabels, ...weakLabels])
const records = new Set(recordLabels)
const weakRecords = new Set(weakRecordLabels)
const moment = /^(?:时间|日期)\s?[:：]\s?(?!\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\d:：]*$)/
/** What stands before the first colon or bar of a line, without the marks about it; then its value. */
const field = /^[【[（(▼▲■●◆◎※]?\s?([^:：|｜丨【】]{1,24})\s?[】\]]?\s*[:：|｜丨]\s?(.{0,80})$/
const slashed = /^[【[（(▼▲■●◆◎※]?\s?([^:：|｜丨/／【】]{2,8})\s?[/／]\s?(.{0,60})$/
const credit =
  /^[（(【]?(?:(?:本报|全媒体|融媒体?|见习|实习|特约|[\u4e00-\u9fff]{2,6}报)?(?:记者|通讯员)|文[/／]图?|图[/／]|摄影[/／]|文图[/／])[\s:：/／]?[\u4e00-\u9fff·、，,\s/／]{2,40}[）)】]?$/
const caption =
  /^[▲△↑↓◀▶▼]|^(?:图为|图片说明|上图|下图|左图|右图|资料图)|^图\s?[\d一二三四五六七八九十]{0,3}[:：]|[\s/／）](?:摄|供图|制图|摄影)[）)。]?$/
const numericDate = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日\s*(?:\d{1,2}[:：]\d{2}|星期)/
const decoration = /^[\s\-—_=*·.…~～|｜/\\<>《》+#▼▲■●◆◎※☆★↓↑→←×]+$/
/** 第A01版：要闻, 00:12 / 03:40, 0.5倍 1.0倍. */
const machine =
  /^第?\s?[A-Z]?\d{1,2}\s?版(?:[:：].{0,10})?$|^\d{1,2}:\d{2}\s?\/\s?\d{1,2}:\d{2}|^(?:\d\.\d+\s?[倍xX]\s?)+$|^\d{1,3}\/\d{1,3}$|^(?:播放|视频)(?:加载|缓冲)中/

const hashtags = /^(?:[#＃][^\s#＃。，]{1,20}[#＃]?\s*)+$/
/** 您是第 1093 位访问者, 本页访问量 213 次. */
const visitors =
  /^(?:您|你)是(?:本站|本页|本网|我们)?的?第?\s?\d[\d,]*\s?[位个名]?(?:访问者|访客|浏览者|读者|来访者)/

/** What is attached, as a link to a file: 附件：任务分解表.xls. */
const attached = /^附件\s?\d{0,2}\s?[:：]?\s?\S.{0,60}\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar)$/i

/** A longer line is the article's, or nothing a page is made of. */
const LONGEST = 600
const SHORT = 60
/** From here on a line that ends in a full stop is a sentence. */
const SENTENCE = 24

/** `weak` ones are removed only beside others or away from the article. */
export type LineClass =
  | 'control'
  | 'related'
  | 'comments'
  | 'byline'
  | 'record'
  | 'caption'
  | 'notice'
  | 'stamp'
  | 'path'
  | 'weak'
  | 'weak-byline'
  | 'weak-record'
  | 'contact'

/** What a line of the page is, or null where it may belong to the article. */
export function classify(line: string): LineClass | null {
  if (line.length > LONGEST) return null
  const text = line.trim()
  const bare = bareOf(text)
  if (bare === '') return line === '' ? null : decoration.test(line) ? 'control' : null
  if (text.length <= SHORT) {
    const word = bare.replace(/\s?[（(]?\d+[）)]?$/, '')
    if (comments.has(word)) return 'comments'
    if (related.has(bare)) return 'related'
    if (controls.has(bare)) return 'control'
    if (weak.has(bare)) return 'weak'
    if (machine.test(text) || buttons(text) || hashtags.test(text)) return 'control'
    if (attached.test(text)) return 'control'
    if (visitors.test(text)) return 'notice'
  }
  const prose = text.length > SHORT && /。.*。/.test(text)
  if (giveaways.some((pattern) => pattern.test(text)) && (!prose || text.length < 300))
    return /^[\x21-\x7e]+$/.test(text) ? 'path' : 'notice'
  if (text.length <= 300 && noticeOpenings.some((pattern) => pattern.test(text))) return 'notice'
  if (text.length <= SHORT && !/。./.test(text) && !(text.length >= SENTENCE && text.endsWith('。'))) {
    if (shortNotices.some((pattern) => pattern.test(text))) return 'notice'
    if (softGiveaways.some((pattern) => pattern.test(text))) return 'notice'
  }
  if (prose) return null
  if (text.length <= 160) {
    const labelled = fieldClass(text)
    if (labelled === 'record' || labelled === 'byline') return labelled
    if (recordRow(text)) return 'record'
    if (credit.test(text)) return 'byline'
    if (caption.test(text)) return 'caption'
    if (contact.test(text)) return 'contact'
    if (labelled) return labelled
  }
  return menu(text) ?? fieldsOf(text) ?? (isStamp(text) ? 'stamp' : null)
}

/** What a line of one labelled field is: 来源：…, 责编 | …, 索 引 号：…. */
function fieldClass(text: string): 'record' | 'byline' | 'weak-record' | 'weak-byline' | null {
  const hit = field.exec(text) ?? slashed.exec(text)
  if (!hit) return null
  // Labels of official tables are often spaced out.
  const label = (hit[1] ?? '').replace(/[ \u3000]/g, '')
  const value = hit[2] ?? ''
  if (/。./.test(value) || (value.length >= SENTENCE && value.endsWith('。'))) return null
  if (records.has(label)) return 'record'
  if (value.length <= 60 && areLabels(label, labels)) return 'byline'
  if (weakRecords.has(label)) return 'weak-record'
  const weakly = value.length <= 30 && !/[，。；]/.test(value) && areLabels(label, anyLabels)
  return weakly && !moment.test(text) ? 'weak-byline' : null
}

/** One label or up to three, 记者/摄影 or 编辑校对. */
function areLabels(text: string, known: ReadonlySet<string>, most = 3): boolean {
  if (known.has(text)) return true
  if (most === 1) return false
  for (let at = 2; at < text.length - 1; at++)
    if (known.has(text.slice(0, at)) && areLabels(text.slice(at).replace(/^[/、／]/, ''), known, most - 1))
      return true
  return false
}

const button = /[【[［（(]\s?([\u4e00-\u9fff]{1,6})\s?[】\]］）)]/g

/** 【打印】【关闭】: nothing but words of controls, each in brackets. */
function buttons(text: string): boolean {
  const words = [...text.matchAll(button)].map((it) => it[1] ?? '')
  return (
    words.length >= 2 &&
    text.replace(button, '').trim() === '' &&
    words.every((it) => controls.has(it) || weak.has(it))
  )
}

/** 索引号 0143/2026 发布机构 某镇 公开日期 2026-02-26: labels of the table of an official document, in one line. */
function recordRow(text: string): boolean {
  const words = text.split(/\s+/)
  const named = words.flatMap((it, i) => (records.has(it) ? [i] : []))
  return (
    named.length >= 2 && named[0] === 0 && named.every((at, i) => (named[i + 1] ?? words.length) > at + 1)
  )
}

const edges = /[【[（(▼▲■●◆◎※>|·\s\]】）):：…]/

/** Without the marks about it. By hand, as a pattern would try every blank of a long line. */
function bareOf(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && edges.test(text.charAt(from))) from++
  while (to > from && edges.test(text.charAt(to - 1))) to--
  return text.slice(from, to)
}

const separators = /[\s|｜丨>›»·/、【】[\]：:（）()]+/

/** A row of controls or a breadcrumb: most of its words are such. Without a sure one it is a weak one. */
function menu(line: string): 'control' | 'weak' | null {
  if (line.length > 200) return null
  const words = line.split(separators).filter((word) => word !== '')
  if (words.length < 2 || words.some((word) => word.length > 12)) return null
  const strong = words.filter((word) => controls.has(word) || /^A[+-]$/.test(word)).length
  const known = strong + words.filter((word) => weak.has(word) || word === 'A').length
  if (strong > 0 && (known * 2 > words.length || /[>›»]/.test(line))) return 'control'
  // A navigation bar begins with 首页, whatever its channels are called.
  if (words.length >= 3 && /^(?:网站)?首页$/.test(words[0] ?? '') && words.every((it) => it.length <= 8))
    return 'control'
  return known === words.length && known >= 3 && !line.includes('、') ? 'weak' : null
}

/** The date a page was printed with, with a site's name at most. */
function isStamp(line: string): boolean {
  if (line.length > 60 || !numericDate.test(line) || /[。！？]/.test(line)) return false
  const rest = line.replace(/(?:星期|周)[一二三四五六日]|[\d\-/.年月日:：\s|｜]+/g, '')
  return rest.length <= 14
}

/** 云泽网 > 新闻 > 正文, whatever the channels are called. */
export function isBreadcrumb(line: string): boolean {
  if (line.length > 60 || /[。！？，；\d]/.test(line)) return false
  const steps = line.split(/\s*(?:>+|›|»|→|＞)\s*/)
  return steps.length >= 3 && steps.every((step) => step.length >= 1 && step.length <= 12)
}
