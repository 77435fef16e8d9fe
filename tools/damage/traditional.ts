import { Converter } from 'opencc-js/cn2t'

const convert = Converter({ from: 'cn', to: 't' })

/** Characters that the converters of web pages leave as they are, because the simplified form is ambiguous. */
const kept = new Set('并于峰秘干后范群恒游占杰斗征筑采里面系云谷丰余周回布向志升注佣才松姜曲家克制')
/** And those for which they choose another form than the general table. */
const chosen: Readonly<Record<string, string>> = {
  为: '為',
  启: '啟',
  着: '著',
  众: '眾',
  杆: '桿',
  钟: '鐘',
  签: '簽',
  净: '凈',
  岩: '巖',
  台: '臺',
}

/** Simplified to traditional, character by character. */
export function traditional(text: string): string {
  let out = ''
  for (const char of text) out += chosen[char] ?? (kept.has(char) ? char : convert(char))
  return out
}
