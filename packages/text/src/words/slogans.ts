import { pattern } from '../pattern/pattern.js'

/** Clauses of attitude, study and position: actions of no one in particular, marked not operational. */
export const slogan = pattern(
  /学习|贯彻|习近平|精神|思想和行动|使命|担当|走在前|作?示范|争?作贡献|多作|阵地|高地$|窗口|样板|答卷|信心|干劲|大梁|首位|政治责任|政治站位|指导思想|为指导|为引领|为主题|为主线|新篇章|奋力书写|命运共同体|潮流|底色|最前列$|坚持[^，]{0,14}(?:优先|为先|至上|领导|发展$|指导)|牢牢把握|牢记|感恩|初心|统一到|热潮|坚定不移|旗帜|排头兵|贡献$|抢抓[^，]*(?:机遇|窗口期)/u,
)
