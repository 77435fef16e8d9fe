/**
 * Fonts map one glyph to a character and to the radical that looks the same, and a PDF may name the radical. Nobody
 * writes radicals in prose, so they are read as the characters they look like. Kangxi radicals (U+2F00–2FD5) have a
 * compatibility form in Unicode; of the supplement (U+2E80–2EF3) these are the ones that stand for a whole character.
 */
const supplement =
  '⺁厂⺈刀⺌小⺎尢⺏尢⺒巳⺓幺⺕彑⺗心⺙攵⺛旡⺝月⺟母⺠民⺢水⺣火⺤爪⺥爪⺧牛⺩王⺪疋⺬示⺭礻⺰纟⺱网⺳罒⺵羊⺶羊⺹老⺻聿⺼月⺾艹⻁虎⻂衤' +
  '⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦' +
  '⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟'

const characterOf = new Map(
  [...supplement].flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1] ?? sign] as const] : [])),
)

export function withoutRadicals(text: string): string {
  return text
    .replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2ef3]/g, (radical) => characterOf.get(radical) ?? radical)
}
