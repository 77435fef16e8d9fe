import { pattern } from '../pattern/pattern.js'

/** Verbs that hand over what somebody said; what follows 强调 or 要求 is required, what follows 说 or 表示 is pledged. */
export const requiring = [
  '强调',
  '要求',
  '指出',
  '提出',
  '希望',
  '勉励',
  '叮嘱',
  '鼓励',
  '嘱咐',
  '提出要求',
  '重申',
] as const
export const pledging = ['表示', '说', '介绍', '提出', '认为', '透露', '坦言', '告诉记者'] as const
/** Words of a heading, or of the opening clause of a paragraph, after which the text looks back. */
export const lookingBack = pattern(
  /回顾|过去[一五几]年|过去的一年|[一五]年来|以来|取得[^，。]{0,8}(?:成效|成绩|进展|成就)|工作总结|工作情况|(?:主要)?成效|肯定了/u,
)
/** … and after which it looks ahead. */
export const lookingAhead = pattern(
  /工作安排|工作思路|工作打算|总体要求|主要任务|重点任务|重点工作|工作重点|工作要点|预期目标|主要目标|发展目标|工作目标|下一步|今后|下阶段|工作措施|主要举措|工作举措|保障措施|工作计划|做好以下|抓好以下|工作建议|行动计划|实施方案/u,
)
/** Finished things: the sentence reports and asks for nothing. */
export const reported = pattern(
  /了(?=[^解])|已(?!知|有之)|去年|上年|过去|截至|取得(?:了|的|明显|显著|积极|阶段性|良好|优异|重大|新成效|丰硕)|荣获|同比|一直是|始终是|如今|迎来|(?<![新首])获(?:得|评)(?!的)|据了解|据介绍|为期/u,
)
