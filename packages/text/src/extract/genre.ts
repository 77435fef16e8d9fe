import type { Places } from './places.js'
import { governing, steering, working } from '../words/genre.js'
import { pattern } from '../pattern/pattern.js'

const FEWEST_WORKS = 5
const FEWEST_STEERS = 3
/** Characters per mention of a body or place, and of work, above which a page is about something else. */
const RARE_BODY = 400
const RARE_WORK = 60
/** Notices of a few sentences hold fewer words of each kind; one kind of work of a body with a figure or date is enough. */
const SHORT = 300
const ONE_SENTENCE = 60
const BODY = pattern(
  /(?:^|[，。；：\s、])[\p{Script=Han}]{2,4}(?:市|区|县|镇|街道|开发区|高新区)(?=[\p{Script=Han}]{0,8}?(?:要|将|举行|召开|完成|计划|开工|推进|建成|举办|启动|力争|新增|实现|今年|20\d{2}年|\d{1,2}月))/gu,
)
const DONE = pattern(/建成|投用|启用|投运|新增|完成|竣工|完工|开工|签约|投产|召开|改造|新建|达产/gu)
/** Daily life. Work of governing has to do with it too, so that each such word only asks for one more word of work. */
const MOST_OFFERS = 2
const OFFERS = pattern(
  /招聘|月薪|优惠|促销|套餐|门票|食谱|菜谱|比赛|球队|进球|停水|停电|房价|首付|户型|手机|价格|包邮|报名费|学费|楼盘|均价|积分榜|联赛|观众|招生|夜场|游客可|医院提醒|游客们/gu,
)

/**
 * Whether a text tells of the work of governing a place: meetings, plans, pledges, inspections, signings. Pages of
 * the genre speak of work every 12 to 40 characters; recipes, sports, offers and notices of schools hardly ever.
 */
export function isOfTheGenre(text: string, places: Places): boolean {
  const named = [...places.occurrences].reduce((sum, [, at]) => sum + at.length, 0)
  const bodies = count(text, governing)
  const works = count(text, working)
  if (text.length <= SHORT) return isShortNotice(text, bodies + named, works)
  return (
    (bodies >= 1 || named >= 2) &&
    (bodies + named) * RARE_BODY >= text.length &&
    works >= FEWEST_WORKS &&
    works * RARE_WORK >= text.length &&
    count(text, steering) >= FEWEST_STEERS
  )
}

function isShortNotice(text: string, named: number, works: number): boolean {
  const bodies = named + count(text, BODY)
  const done = count(text, DONE)
  const offers = new Set(text.match(OFFERS)).size
  const least = 1 + Math.floor(text.length / 100) + Math.min(offers, MOST_OFFERS)
  return (
    bodies >= 1 &&
    done + count(text, steering) >= least &&
    works + done >= (text.length <= ONE_SENTENCE ? least : least + 1) &&
    /\d|要|将|强调|指出/u.test(text)
  )
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0
}
