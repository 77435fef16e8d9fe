// Text nobody would write, to find what takes more than linear time: fragments of damage, of pages and of what the
// rules look for, repeated to a size, and drawn at random.

const repeated: Readonly<Record<string, string>> = {
  readings: '會(huì)',
  'open brackets': '會(',
  'closing brackets': '會)',
  'nested brackets': '（《“(「',
  quotes: '"\n會',
  'curly quotes': '“城”‘湖’，',
  entities: '&ldquo;',
  'broken entities': '&#x',
  'question marks': '?',
  'broken runs': '會?！靶',
  runs: '會(huì)?;匾黄谟诮衲?月投產(chǎn)。',
  breadcrumbs: '首页 > 新闻 > 正文\n',
  bylines: '来源：云泽日报\n',
  'one long line': '会议',
  'short lines': '会\n',
  latin: 'abc',
  digits: '123,456',
  blanks: '\t　',
  'pinyin without brackets': 'huì',
  'an article': '會(huì)議指出,過去一年全市功能區(qū)建設(shè)取得明顯成效。\n',
  commas: '，',
  enumerations: '甲、乙和丙及丁，',
  dates: '到2026年6月底前，',
  amounts: '超过3.5亿元、',
  numerals: '一二三百千万亿',
  ordinals: '位居全省第一，',
  names: '东湖经济技术开发区',
  projects: '总投资50亿元的东湖产业园项目，',
  verbs: '加快推进建设、',
  events: '开工竣工投产',
  relations: '由甲市和乙区共同出资设立的园区是丙的核心区，',
  persons: '市委书记、区委书记、',
  places: '无锡市滨湖区',
  headings: '一、重点工作\n',
}

/** Fragments that are drawn at random, so that nothing repeats: names never seen before, broken marks. */
const drawn: Readonly<Record<string, readonly string[]>> = {
  'new names':
    '东 西 南 北 云 泽 湖 山 江 河 海 天 城 桥 石 林 开发区 产业园 研究院 集团 ， ， 推进 位于 。\n'.split(
      ' ',
    ),
  'new figures': '0 1 2 3 4 5 6 7 8 9 一 二 三 十 百 万 亿元 % 个 年 月 ， 项目 增长'.split(' '),
  'any marks': [...'，。；：、“”‘’《》（）()"\'!?？！&;#<>[]【】\n 0a会'],
}

/** Name and text of every shape, each of about `megabytes` of UTF-8. Seeded. */
export function* hostileTexts(megabytes: number): Generator<readonly [name: string, text: string]> {
  for (const [name, shape] of Object.entries(repeated))
    yield [name, shape.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(shape)))]
  for (const [name, fragments] of Object.entries(drawn)) {
    let state = 20_261_124
    const parts: string[] = []
    for (let size = 0; size < megabytes * 1e6;) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      const part = fragments[(state >>> 8) % fragments.length] ?? ''
      parts.push(part)
      size += Buffer.byteLength(part)
    }
    yield [name, parts.join('')]
  }
}
