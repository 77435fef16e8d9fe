/** What a pledge is about, made comparable. */
export interface Subject {
  /** As a person would call it. */
  readonly title: string
  /** The name without figures, dates, words of intent and light verbs. */
  readonly core: string
  readonly pairs: ReadonlySet<string>
  /** Pairs of the whole sentence. */
  readonly around: ReadonlySet<string>
  /** What tells things apart that are otherwise called the same: 二期, 3号线, 城东. Sorted. */
  readonly marks: string
  /** Whether it counts what is added, or what there is in all. */
  readonly counts: 'added' | 'total' | null
}

const TIMES =
  /(?:到|至|截至)?20\d{2}年(?:\d{1,2}月)?[底末前内初]*|[今明后]年|全年|年[底末内]前?|(?:上|下)半年|[一二三四]季度|\d{1,2}月(?:\d{1,2}日|份|底)?前?|“?十[三四五]五”?(?:期间|末|时期)/gu
const SUMS =
  /(?:超|逾|近|约)?\d[\d.,，]*(?:[万亿千百余多]*)(?:元|美元|%|％|个百分点|吨|亩|公里|平方米|平方公里)?(?:以上|以下|以内|左右|级)?/gu
const LIGHT =
  /力争|确保|保证|务必|必须|争取|预计|预期|有望|计划(?!》)|努力|冲刺|目标|保持|加快|推动|推进|实施|开展|完成|实现|达到|达|建成|建设|新建|突破|超过|不低于|不少于|不超过|控制在|左右|以上|全部|分别|累计|全[市区县镇省]|的|在|将|要|由|为|把|对|至|到|了|已|我们|各地/gu
const MARKS =
  /[A-Za-z]+|\d+(?=期|号|线|院|批|标段?|中|路)|[一二三四五六七八九十]+(?=期|号|环|院|批|标|线)|[东西南北](?=部|站|区|路|线|岸|片|翼|湖|城|郊|延|环|[\p{Script=Han}]{2,})/gu

/** 高新技术企业 and 高新技术企业研发中心 share much, but are two things. */
const OTHER_HEAD = 0.6
const ONE_WORD = 3

export function subjectOf(name: string, quote: string, actor: string): Subject {
  const own = withoutActor(name.replace(TIMES, '').replace(/^[，、要将]+/u, ''), actor)
  const core = stripped(own).replace(/(?<=..)(?:人数|数量|个数|总数)$/u, '') || own || name || quote
  return {
    title: own || name || quote,
    core,
    pairs: pairsOf(core),
    around: pairsOf(stripped(quote)),
    marks: [...new Set(own.match(MARKS) ?? [])].toSorted().join(' '),
    counts: /新增|净增|新培育|新认定|新引进|新签/u.test(quote) ? 'added' : countsAll(quote) ? 'total' : null,
  }
}

function withoutActor(name: string, actor: string): string {
  return actor.length > 1 && name.startsWith(actor)
    ? name.slice(actor.length).replace(/^(?:要|将|力争|确保)+/u, '')
    : name
}

function countsAll(quote: string): boolean {
  return /累计|总数|总量|总规模|保有量|有效/u.test(quote)
}

/**
 * 0 to 1. A shorter name counts as the longer's where it is its end: in Chinese the head stands last. A name of one
 * word (功能区) says little, so the sentence around it must say the rest.
 * Below `least` the answer is only some number below it: the sentences are then not looked at.
 */
export function similarity(a: Subject, b: Subject, least: number): number {
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core]
  const tail = short.length >= 4 && long.endsWith(short) ? 0.9 : 0
  const name = a.core === b.core ? 1 : Math.max(tail, overlap(a.pairs, b.pairs))
  const head = a.core.at(-1) === b.core.at(-1) ? 1 : OTHER_HEAD
  const weight = short.length <= ONE_WORD ? 0.4 : 0.8
  const named = weight * name * head
  return named + 1 - weight < least ? named : named + (1 - weight) * overlap(a.around, b.around)
}

function stripped(words: string): string {
  return words
    .replace(TIMES, '')
    .replace(SUMS, '')
    .replace(LIGHT, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function pairsOf(words: string): ReadonlySet<string> {
  const characters = [...words]
  return new Set(
    characters.length < 2 ? characters : characters.slice(1).map((it, at) => `${characters[at]}${it}`),
  )
}

/** Dice: twice what they share over what they have. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  let shared = 0
  for (const it of a) if (b.has(it)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

/** How alike two plain texts are, figures and dates aside. */
export function likeness(a: string, b: string): number {
  const [one, other] = [stripped(a), stripped(b)]
  return one === other ? 1 : overlap(pairsOf(one), pairsOf(other))
}
