import {
  groupedWorks,
  knownProgrammes,
  macroRegions,
  notDivisions,
  placedName,
  quotedProgramme,
  titleVerbs,
} from '../words/name-endings.js'
import { listed } from './listed.js'
import { namesIn, type Name } from './names.js'
import type { Place, PlaceNames } from './places.js'
import type { Ground, Frame } from './ground.js'
import { personsIn } from './persons.js'
import { NAME_END } from './project-name.js'
import { pattern } from '../pattern/pattern.js'

/** A body, place or programme of the text with every place it is named at. */
export interface Entity {
  readonly name: string
  readonly type: string
  readonly canonical: string | null
  readonly within: string | null
  readonly unit: string | null
  readonly mentions: readonly Name[]
  readonly aka: readonly string[]
}

interface Ground2 extends Ground {
  readonly frames: readonly Frame[]
}

/** Everything with a name: from the register's words, quotes, book titles, endings, divisions, and named projects. */
export function entitiesOf(source: Ground2, projects: readonly Name[]): Entity[] {
  const taken = longest([
    ...known(source),
    ...quoted(source),
    ...titled(source),
    ...projects,
    ...ended(source),
    ...organs(source.text),
    ...carriedOut(source.text),
    ...signatories(source),
  ])
  const all = [
    ...taken,
    ...nested(source, taken),
    ...divisions(source, taken),
    ...personsIn(source.text),
  ].toSorted((a, b) => a.start - b.start)
  const byKey = new Map<string, Name[]>()
  for (const name of all) {
    const key = keyOf(source, name)
    const list = byKey.get(key)
    if (list) list.push(name)
    else byKey.set(key, [name])
  }
  return [...byKey.values()].flatMap((mentions) => entityOf(source, mentions))
}

function entityOf({ text, places, names }: Ground, mentions: readonly Name[]): Entity[] {
  const first = mentions[0]
  if (!first) return []
  const [name = '', ...aka] = new Set(mentions.map((it) => text.slice(it.start, it.end)))
  const place = first.type === 'division' ? placeOf(name, places.byName) : undefined
  const entry = names.get(name)
  const bare = first.type === 'project' ? placedName.exec(name)?.groups?.['rest'] : undefined
  const canonical = entry?.canonical ?? place?.canonical ?? null
  return [
    {
      name,
      aka: [...aka, ...(bare === undefined ? [] : [bare]), ...shorter(first.type, name)],
      mentions,
      type: entry?.type ?? first.type,
      canonical,
      within: entry?.within ?? withinOf(place),
      unit: entry?.unit ?? null,
    },
  ]
}

/** …产业园项目 is the …产业园. */
function shorter(type: string, name: string): string[] {
  const thing = type === 'project' ? name.replace(/(?:建设)?(?:项目|工程)$/u, '') : name
  return thing !== name && NAME_END.test(thing) ? [thing] : []
}

function placeOf(name: string, byName: PlaceNames): Place | undefined {
  return byName.get(name)
}

function withinOf(place: Place | undefined): string | null {
  if (!place || place.level === 'province') return null
  return place.level === 'city' ? place.province : place.city
}

function keyOf({ text, places, names }: Ground, { start, end, type }: Name): string {
  const words = text.slice(start, end)
  const known = names.get(words)?.canonical
  if (known != null) return known
  // 泽东经开区 is the 泽东经济技术开发区.
  if (type === 'zone') return words.replace(/经开区$/u, '经济技术开发区')
  return type === 'division' ? (places.byName.get(words)?.canonical ?? words) : words
}

function ended({ text, parts, frames }: Ground2): Name[] {
  const spans = [...(parts.title ? [parts.title] : []), ...frames.map((it) => it.clause)]
  // A heading names the body it is about; its other words are themes.
  const headed = parts.blocks
    .filter(({ kind }) => kind === 'heading')
    .flatMap(({ start, end }) => namesIn(text, start, end))
    .filter(({ type }) => type === 'zone' || type === 'organization')
  return [...headed, ...spans.flatMap(({ start, end }) => namesIn(text, start, end))]
}

const QUOTED = pattern(/“([^“”]{2,24})”/gu)
const SERIES = pattern(/^(?:“[^“”]{2,24}”)*等?(?:城市)?品牌/u)

/** A quoted name is a programme by its form (6+2+X), by the noun after it (…计划) or by the verb before it (打响…). */
function quoted({ text }: Ground): Name[] {
  const found: Name[] = []
  for (const match of text.matchAll(QUOTED)) {
    const inner = match[1] ?? ''
    const start = match.index + 1
    const end = start + inner.length
    const after = text.slice(end + 1, end + 60)
    const before = text.slice(Math.max(0, start - 6), start - 1)
    const areas = /\d个[^“”]+\+\d+个/u.test(inner)
    const code = areas || /^[\dA-Z+]{3,8}$/u.test(inner) || /^\d[\d+]*\+[XN]$/u.test(inner)
    const named = quotedProgramme.test(after) || /(?:计划|行动|工程)$/u.test(inner) || SERIES.test(after)
    const verb = titleVerbs.test(before) && inner.length <= 8 && /^(?:[，。；、”]|建设|促|$)/u.test(after)
    if (code || named || verb) found.push({ start, end, type: 'programme' })
  }
  return found
}

const TITLE = pattern(
  /(?:实施方案|工作方案|行动方案|行动计划|工作计划|工作要点|实施意见|若干措施|若干政策|管理办法|专项规划)(?:（[^（）]{2,16}）)?$/u,
)

/** What book titles hold, and the document itself where its title is that of a plan or a policy. */
function titled({ text, parts }: Ground): Name[] {
  const title = parts.title ? text.slice(parts.title.start, parts.title.end) : ''
  const own = TITLE.test(title) && !/[\s！？：“《]|发布|印发|出台|解读|部署/u.test(title)
  return [...(own && parts.title ? [{ ...parts.title, type: 'policy' }] : []), ...booked(text)]
}

function booked(text: string): Name[] {
  return [...text.matchAll(/《([^《》]{3,50})》/gu)].map((match) => ({
    start: match.index + 1,
    end: match.index + 1 + (match[1] ?? '').length,
    type: (match[1] ?? '').includes('协议') ? 'agreement' : 'policy',
  }))
}

const SIGNERS = pattern(
  /(?:^|，|：|其中)(?<a>[^，。；《与]{2,30}?)(?:分别|共同|现场)?(?:与|同)(?<b>[^，。；《]{2,40}?)(?:集中|正式|现场|成功)?(?:签署|签订|签约)/u,
)
/** 由甲与乙联合开发, 由丙投资建设 */
const MAKERS = pattern(
  /由(?<a>[^，。；由]{3,30}?)(?:(?:与|和|联合)(?<b>[^，。；由]{3,30}?))?(?:共同|联合|合作|合资|携手|合力|投资(?=建设|兴建|新建|开发|运营|[约\d]|$)|出资|承建)/u,
)
const FROM = pattern(
  /^(?:其中|会上|德国|美国|日本|韩国|法国|英国|瑞士|新加坡|深圳|北京|上海|江苏|浙江|广东|[市区县]属国企|国企|央企|民企|民营企业)+(?=.{3})/u,
)
const OTHER_BODY = pattern(
  /(?:[区市县镇]|街道|委|局|政府|学院|大学|学校|研究院|研究所|实验室|协会|中心|医院|开发区|园区?|基地|项目|企业|单位|团队|机构|代表|我[市区县]|双方)$/u,
)

/** 县发改局、县经信局, 市委改革办, 市船舶产业工作专班: what a level of government names its organs by. */
const ORGAN =
  /(?<=^|[，。；：、（\n由和与及向]|会同|配合|听取|成立|组建)(?<name>(?:[省市区县](?:委|政府)?)(?![场区县委政域情长级内外直属中])[\p{Script=Han}]{2,14}?(?:局|委|办|厅|专班|办公室|管理处|委员会))(?=$|[，。；：、）\n]|要(?!求)|将|等|负责|牵头|和|与|及|会同|配合|联合|定期|每|组织|制定|开展|主要|有关|负责人)/gu
/** 实施百企登峰计划: what is carried out under a name. */
const CARRIED_OUT = /(?<=实施|启动|开展|推进|落实)(?<name>[\p{Script=Han}]{2,12}计划)(?=$|[，。；、\n])/gu

function carriedOut(text: string): Name[] {
  return [...text.matchAll(CARRIED_OUT)].flatMap((match) => {
    const { name = '' } = match.groups ?? {}
    if (/^(?:年度|本|该|此|各项|工作|既定|三年|五年|行动|投资|一批)|(?:工作|投资|年度|建设)计划$/u.test(name))
      return []
    return [{ start: match.index, end: match.index + name.length, type: 'programme' }]
  })
}

const NO_ORGAN = /各|相关|有关|部门|[了的把在对]/u

function organs(text: string): Name[] {
  return [...text.matchAll(ORGAN)].flatMap((match) => {
    const { name = '' } = match.groups ?? {}
    return NO_ORGAN.test(name)
      ? []
      : [{ start: match.index, end: match.index + name.length, type: 'organization' }]
  })
}

/** 与甲、乙签约: who signs is a body, whatever its name ends in. */
function signatories({ frames }: Ground2): Name[] {
  const found: Name[] = []
  for (const { words, clause } of frames) {
    const groups = (SIGNERS.exec(words) ?? MAKERS.exec(words))?.groups
    if (!groups) continue
    for (const member of [...listed(groups['a'] ?? ''), ...listed(groups['b'] ?? '')]) {
      const bare = member.replace(FROM, '').replace(/(?:则|也|还|又|今年|此次|本次)+$/u, '')
      const at = words.indexOf(bare)
      if (bare.length < 3 || bare.length > 16 || at < 0 || /[\d了的等]/u.test(bare) || OTHER_BODY.test(bare))
        continue
      found.push({ start: clause.start + at, end: clause.start + at + bare.length, type: 'enterprise' })
    }
  }
  return found
}

/** 长三角 within 长三角一体化, the park within its second phase. */
function nested({ text }: Ground, names: readonly Name[]): Name[] {
  return names.flatMap(({ start, end, type }) => {
    const words = text.slice(start, end)
    const region = macroRegions.find((it) => words === `${it}一体化`)
    if (region !== undefined) return [{ start, end: start + region.length, type: 'division' }]
    // 上派镇某某项目: the town is named as well.
    const town = type === 'project' ? /^[\p{Script=Han}]{2}(?:镇|街道)(?=.{4})/u.exec(words)?.[0] : undefined
    if (town !== undefined && !notDivisions.test(town))
      return [{ start, end: start + town.length, type: 'division' }]
    return /[一二三四]期$/u.test(words)
      ? namesIn(text, start, end - 2).filter((it) => it.start === start && it.end === end - 2)
      : []
  })
}

function known({ text, lexicon }: Ground): Name[] {
  const words = [
    ...macroRegions.map((it) => [it, 'division'] as const),
    ...knownProgrammes.map((it) => [it, 'programme'] as const),
    ...lexicon.names.map((it) => [it.name, it.type] as const),
  ]
  const found: Name[] = [...text.matchAll(groupedWorks)].map((it) => ({
    start: it.index,
    end: it.index + it[0].length,
    type: 'programme',
  }))
  for (const [word, type] of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length, type })
  return found
}

/** 前锋镇白马湖村: a village after its town. */
const VILLAGE = pattern(/(?<=镇|街道|乡)(?<name>[\p{Script=Han}]{2,4}村)(?![民集级庄落口])/gu)

const TOWN = pattern(
  /(?<=^|[，。；：、（由和与及在赴到破\n]|[区市县]|支持|推动|走进|引导|位于|落户|督促|帮助|指导|依托)(?<list>(?:[\p{Script=Han}]{2}、)*)(?<name>[\p{Script=Han}]{2,3}(?:街道|镇))/gu,
)

/** Divisions of the country that stand outside longer names, and towns and streets by their ending. */
function divisions({ text, places }: Ground, taken: readonly Name[]): Name[] {
  const found: Name[] = []
  for (const match of text.matchAll(TOWN)) {
    const { list = '', name = '' } = match.groups ?? {}
    const at = match.index + list.length
    if (notDivisions.test(name)) continue
    found.push({ start: at, end: at + name.length, type: 'division' })
    // 梅村、江溪街道: the short names of the list share the ending.
    let from = match.index
    for (const short of name.endsWith('街道') ? list.split('、').slice(0, -1) : []) {
      if (!places.byName.has(short)) found.push({ start: from, end: from + short.length, type: 'division' })
      from += short.length + 1
    }
  }
  for (const match of text.matchAll(VILLAGE)) {
    const { name = '' } = match.groups ?? {}
    if (!/^村|[各个的等所有]|集体|示范|特色|行政|自然|中心|重点/u.test(name))
      found.push({ start: match.index, end: match.index + name.length, type: 'division' })
  }
  for (const [name, starts] of places.occurrences) {
    if (!places.byName.has(name)) continue
    for (const start of starts)
      if (!covered(taken, start, start + name.length) || opensPolicy(taken, start))
        found.push({ start, end: start + name.length, type: 'division' })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** 泰州市…实施方案: the place that gives itself a plan. */
function opensPolicy(taken: readonly Name[], start: number): boolean {
  return start === 0 && taken.some((it) => it.type === 'policy' && it.start === start)
}

/** Whether one of these names, which are in order and apart, spans the given place. */
function covered(names: readonly Name[], start: number, end: number): boolean {
  let low = 0
  let high = names.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const name = names[middle]
    if (!name) return false
    if (name.end <= start) low = middle + 1
    else if (name.start > start) high = middle - 1
    else return name.end >= end
  }
  return false
}

/** Of names that overlap, the longest. */
function longest(names: readonly Name[]): Name[] {
  const kept: Name[] = []
  for (const name of names.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || name.start >= last.end) kept.push(name)
    else if (name.end - name.start > last.end - last.start) kept[kept.length - 1] = name
  }
  return kept
}
