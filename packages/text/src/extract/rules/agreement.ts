// “宜南市与城东高新区签署《…框架协议》”: an agreement and who is party to it.
import { listed } from '../listed.js'
import type { Draft, Rule, Source } from '../rule.js'
import { pattern } from '../../pattern/pattern.js'

const SIGNED = pattern(
  /(?:^|，|。|上)(?<parties>[^，。；]{2,60}?)(?:共同|正式|分别|成功|现场|签约并)*(?:签署|签订|签约)(?:了)?(?:[^，。《]{0,10})《(?<name>[^《》]{2,60}(?:协议|协定|备忘录|合同|意向书)[^《》]{0,6})》/gu,
)

export const agreement: Rule = { name: 'agreement', find: agreements }

function agreements({ text }: Source): Draft[] {
  return [...text.matchAll(SIGNED)].map((match) => {
    const parties = listed((match.groups?.['parties'] ?? '').replace(/^.*(?:会上|仪式上|见证下|期间)/u, ''))
    const start = match.index + (/^[，。上]/u.test(match[0]) ? 1 : 0)
    return {
      start,
      end: match.index + match[0].length,
      body: { kind: 'agreement', name: match.groups?.['name'] ?? '', parties },
    }
  })
}
