import type { Certainty } from '@gangmu/core'

/** Words that sites put in the place of others, or add, to advertise; each with what stood there. */
export interface PromoWord {
  readonly pattern: RegExp
  readonly original: string
  readonly certainty: Certainty
  readonly why: string
}

export const promoWords: readonly PromoWord[] = [
  {
    pattern: /吉印通/g,
    original: '联合',
    certainty: 'high',
    why: '推广词“吉印通”按站点替换表代替了“联合”',
  },
  {
    pattern: /[(（]\d{6}[,，]\s?(?:股吧|基金吧|行情|诊股)[)）]/g,
    original: '',
    certainty: 'high',
    why: '财经门户在公司名后自动插入证券代码和股吧链接',
  },
  {
    pattern: /\[(?:微博|简介|最新动态|最新消息|资料|博客|广告)\]/g,
    original: '',
    certainty: 'high',
    why: '门户网站在名称后自动插入链接标记',
  },
  {
    pattern: /[(（](?:微信号|微信公众号|公众号|微信ID|微信搜索)[:： ][\w\u4e00-\u9fff-]{2,20}[)）]/g,
    original: '',
    certainty: 'medium',
    why: '自动插入的公众号推广',
  },
  {
    pattern: /[(（](?:(?:SH|SZ|HK|BJ)[:： ]?)?\d{5,6}(?:\.(?:SH|SZ|BJ|HK|OC))?[)）]/g,
    original: '',
    certainty: 'low',
    why: '可能是门户自动插入的证券代码，也可能是原文所有，故只提示',
  },
]
