// CPU time of restoration for what nobody would write: fragments of damage and of pages, repeated to a size.
//   node --conditions=source --import tsx bench/restore.ts [MB]     default 1
import { restore } from '@gangmu/text'

const MEGABYTES = Number(process.argv[2] ?? 1)
const SHAPES: Readonly<Record<string, string>> = {
  readings: '會(huì)',
  'open brackets': '會(',
  'closing brackets': '會)',
  quotes: '"\n會',
  entities: '&ldquo;',
  'question marks': '?',
  'broken runs': '會?！靶',
  runs: '會(huì)?;匾黄谟诮衲?月投產(chǎn)。',
  breadcrumbs: '首页 > 新闻 > 正文\n',
  bylines: '来源：云泽日报\n',
  'one long line': '会议',
  latin: 'abc',
  digits: '123,456',
  blanks: '\t　',
  'an article': '會(huì)議指出,過去一年全市功能區(qū)建設(shè)取得明顯成效。\n',
}

for (const [name, shape] of Object.entries(SHAPES)) {
  const text = shape.repeat(Math.ceil((MEGABYTES * 1e6) / Buffer.byteLength(shape)))
  const before = process.cpuUsage()
  restore(text)
  const { user, system } = process.cpuUsage(before)
  console.log(`${name.padEnd(20)} ${((user + system) / 1e6).toFixed(2)} s`)
}
